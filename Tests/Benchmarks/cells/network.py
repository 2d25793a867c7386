import numpy as np

COUNT = 0

def sigmoid(z):
    return 1 / (1 + np.exp(-z))

class NeuralNetwork:
    def __init__(self, W, V):
        self.W = W
        self.V = V

    def forward(self, X):
        self.X = X
        self.H = sigmoid(X @ self.W)
        self.Y = sigmoid(self.H @ self.V)
        return self.Y

    def backward(self, T):
        grad_Y = 2 * (self.Y - T)
        self.grad_Y_in = self.Y * (1 - self.Y) * grad_Y
        self.grad_V = self.H.T @ self.grad_Y_in

        grad_H = self.grad_Y_in @ self.V.T
        self.grad_H_in = self.H * (1 - self.H) * grad_H
        self.grad_W = self.X.T @ self.grad_H_in

    def update(self, rate):
        self.W = self.W - rate * self.grad_W
        self.V = self.V - rate * self.grad_V

W = np.array([[6.0, -3.0], [-2.0, 5.0]])
V = np.array([[1.0, -2.0], [0.25, 2.0]])
X = np.array([[3.0, 1.0], [-1.0, 4.0]])
T = np.array([[1.0, 0.0], [0.0, 1.0]])

for repetition in range(COUNT):
    network = NeuralNetwork(W, V)
    for epoch in range(200):
        network.forward(X)
        network.backward(T)
        network.update(rate=0.5)

if COUNT > 0:
    print(network.forward(X))
