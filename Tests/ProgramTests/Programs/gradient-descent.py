def loss(w, b, data):
    return sum((w * x + b - y) ** 2 for x, y in data) / len(data)


data = [(0.0, 1.0), (1.0, 3.0), (2.0, 5.0), (3.0, 7.2)]
w, b, rate = 0.0, 0.0, 0.05
for epoch in range(200):
    gw = sum(2 * x * (w * x + b - y) for x, y in data) / len(data)
    gb = sum(2 * (w * x + b - y) for x, y in data) / len(data)
    w -= rate * gw
    b -= rate * gb
    if epoch % 40 == 0:
        print(epoch, w, b, loss(w, b, data))
print(f"w={w:.4f} b={b:.4f} loss={loss(w, b, data):.6f}")


def minimise(f, x, rate=0.1, steps=25, h=1e-5):
    for _ in range(steps):
        x -= rate * (f(x + h) - f(x - h)) / (2 * h)
    return x


print(round(minimise(lambda x: (x - 3) ** 2, 0.0), 5))
