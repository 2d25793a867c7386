import math


def forward(x, w):
    h = math.tanh(w[0] * x[0] + w[1] * x[1] + w[2])
    return 1 / (1 + math.exp(-(w[3] * h + w[4])))


def gradient(x, w, t):
    h = math.tanh(w[0] * x[0] + w[1] * x[1] + w[2])
    y = 1 / (1 + math.exp(-(w[3] * h + w[4])))
    d = 2 * (y - t) * y * (1 - y)
    dh = d * w[3] * (1 - h * h)
    return [dh * x[0], dh * x[1], dh, d * h, d]


def numeric(x, w, t, e=1e-6):
    found = []
    for i in range(len(w)):
        up, down = w[:], w[:]
        up[i] += e
        down[i] -= e
        found.append(((forward(x, up) - t) ** 2 - (forward(x, down) - t) ** 2) / (2 * e))
    return found


w = [0.5, -0.3, 0.1, 1.2, -0.7]
exact, rough = gradient([1.0, 2.0], w, 1.0), numeric([1.0, 2.0], w, 1.0)
print(exact)
print([f"{r:.6f}" for r in rough], max(abs(a - b) for a, b in zip(exact, rough)) < 1e-8)
print(forward([1.0, 2.0], w))
