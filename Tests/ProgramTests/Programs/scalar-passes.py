from math import exp, log, tanh


def sigmoid(z):
    return 1 / (1 + exp(-z))


x, w, b, t = 0.7, 1.5, -0.4, 1.0
for step in range(5):
    z = w * x + b
    y = sigmoid(z)
    loss = -(t * log(y) + (1 - t) * log(1 - y))
    g = y - t
    print(step, z, y, loss, g * x, g)
    w, b = w - 0.5 * g * x, b - 0.5 * g
print(tanh(0.5), sigmoid(-30.0), sigmoid(30.0), exp(1), log(2))
