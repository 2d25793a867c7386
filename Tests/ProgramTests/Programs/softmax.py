import math


def softmax(zs):
    top = max(zs)
    es = [math.exp(z - top) for z in zs]
    total = sum(es)
    return [e / total for e in es]


for zs in ([1.0, 2.0, 3.0], [0, 0], [1000.0, 1000.0], [-5, 5, 0.5]):
    p = softmax(zs)
    print([f"{v:.10f}" for v in p], round(sum(p), 12), p.index(max(p)))
cross = -math.log(softmax([0.2, 1.4, -0.3])[1])
print(f"{cross:.12f}")
