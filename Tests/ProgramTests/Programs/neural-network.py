import numpy as np


class NeuralNetwork:
    def __init__(self, sizes, seed=0):
        rng = np.random.default_rng(seed)
        self.weights = [rng.normal(0, 1, (n, m)) for n, m in zip(sizes, sizes[1:])]
        self.biases = [np.zeros(m) for m in sizes[1:]]

    def forward(self, x):
        self.activations = [x]
        for w, b in zip(self.weights, self.biases):
            x = 1 / (1 + np.exp(-(x @ w + b)))
            self.activations.append(x)
        return x

    def backward(self, target):
        delta = self.activations[-1] - target
        gradients = []
        for i in range(len(self.weights) - 1, -1, -1):
            a = self.activations[i + 1]
            delta = delta * a * (1 - a)
            gradients.insert(0, (self.activations[i].T @ delta, delta.sum(axis=0)))
            delta = delta @ self.weights[i].T
        return gradients

    def train(self, x, y, epochs, rate):
        for epoch in range(epochs):
            out = self.forward(x)
            for i, (gw, gb) in enumerate(self.backward(y)):
                self.weights[i] -= rate * gw
                self.biases[i] -= rate * gb
            if epoch % 100 == 0:
                print(epoch, round(float(np.mean((out - y) ** 2)), 10))


x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0], [1], [1], [0]])
net = NeuralNetwork([2, 4, 1], seed=1)
net.train(x, y, 500, 1.0)
print(np.round(net.forward(x), 6).ravel())
