import numpy as np

print(np.arange(5), np.arange(2, 10, 3), np.arange(0, 1, 0.25), np.arange(5, 0, -2))
print(np.linspace(0, 1, 5), np.linspace(1, 2, 3), np.zeros(3), np.ones((2, 3)))
print(np.zeros((2, 2), dtype=int), np.array([1, 2], dtype=float), np.array([1, 2.5]).dtype)
print(np.zeros_like(np.arange(3)), np.ones_like(np.array([1.5, 2])), np.full(3, 9), np.identity(2))
print(np.array([[1, 2], [3, 4]]).shape, np.array(3).shape, np.array([[[1]]]).ndim)
print(np.eye(3)[1], np.array(range(4)), np.array((1, 2)), np.array([True, 2]), np.array([1, 2.0, True]))
a = np.array([1, 2, 3])
b = np.array(a)
b[0] = 100
print(a, b)
print(np.arange(6).reshape(2, -1), np.arange(6).reshape(3, 2).T, np.arange(6).reshape((6, 1)).shape)
