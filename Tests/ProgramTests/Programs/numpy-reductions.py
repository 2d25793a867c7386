import numpy as np

a = np.array([[1.0, 5.0, 2.0], [7.0, 0.0, 3.0]])
print(a.sum(), a.sum(axis=0), a.sum(axis=1), a.sum(axis=1, keepdims=True), a.mean(), a.mean(axis=0))
print(a.min(), a.max(), a.min(axis=0), a.max(axis=1), a.argmax(), a.argmin(), a.argmax(axis=0), a.argmin(axis=1))
print(a.prod(), np.prod([1, 2, 3, 4]), a.cumsum(), np.cumsum([1, 2, 3]), a.std(), a.var())
print(np.sum(a), np.mean(a, axis=1), np.max(a), np.any(a == 0), np.all(a >= 0), (a > 1).sum(axis=0))
print(np.sum([[1, 2], [3, 4]]), np.sum([True, True]), np.arange(5).mean(), np.arange(5).sum())
print(np.sqrt(a), np.abs(-a), np.maximum(a, 2.5), np.minimum(a, [1, 2, 3]), np.clip(a, 1, 5))
print(np.dot([1, 2, 3], [4, 5, 6]), np.linalg.norm([3, 4]), np.square([1, 2]), np.sign([-2.0, 0, 3]))
