import numpy as np

a = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
print(a + 10, a * np.array([1, 10, 100]), a - np.array([[1], [2]]))
print(np.arange(3)[:, None] + np.arange(4))
print((np.ones((2, 1, 3)) * np.arange(4).reshape(4, 1)).shape)
try:
    a + np.array([1, 2])
except ValueError as e:
    print("ValueError")
print(a / a.sum(axis=1, keepdims=True))
print(a - a.mean(axis=0))
print(2 ** np.arange(5), np.arange(5) ** 2, -a)
print(1 / np.array([1.0, 2.0, 4.0]), np.array([7, 8]) // 2, np.array([7, -8]) % 3)
