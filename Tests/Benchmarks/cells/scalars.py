import math

COUNT = 0

def sigmoid(z):
    return 1 / (1 + math.exp(-z))

def forward(x, w):
    h1 = sigmoid(w[0] * x[0] + w[2] * x[1])
    h2 = sigmoid(w[1] * x[0] + w[3] * x[1])
    y1 = sigmoid(w[4] * h1 + w[6] * h2)
    y2 = sigmoid(w[5] * h1 + w[7] * h2)
    return y1, y2

def loss(x, t, w):
    total = 0.0
    for y, wanted in zip(forward(x, w), t):
        total += (y - wanted) ** 2
    return total

w = [6.0, -3.0, -2.0, 5.0, 1.0, -2.0, 0.25, 2.0]
x = [3.0, 1.0]
t = [1.0, 0.0]

total = 0.0
for repetition in range(COUNT):
    for k in range(8):
        w[k] += 1e-6
        total += loss(x, t, w)
        w[k] -= 1e-6

if COUNT > 0:
    print(total)
