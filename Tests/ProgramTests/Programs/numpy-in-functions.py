import numpy as np


def normalise(x):
    x = x - x.mean()
    return x / x.std()


def zero_first(x):
    x[0] = 0
    return x


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


data = np.array([1.0, 2.0, 3.0, 4.0])
print(np.round(normalise(data), 6), data)
print(zero_first(data), data)
print(np.round(sigmoid(np.array([-1.0, 0.0, 1.0])), 8), round(float(sigmoid(0.5)), 10))
print(list(map(np.sum, [[1, 2], [3]])), sorted(data, reverse=True), max(data), sum(data))
pairs = {k: np.array(v) for k, v in {"a": [1], "b": [2, 3]}.items()}
print(pairs, pairs["b"].sum())
print(all(data == data), any(data > 3), 3.0 in data)
