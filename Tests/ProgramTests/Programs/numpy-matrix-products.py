import numpy as np

a = np.array([[1, 2], [3, 4]])
b = np.array([[0, 1], [1, 0]])
v = np.array([5, 6])
print(a @ b, a @ v, v @ a, v @ v)
print(a.dot(b), np.dot(a, v), np.matmul(a, b), a * b)
print(np.outer(v, [1, 2, 3]), np.inner(v, v))
x = np.array([[1.0, 0.5, -1.0]])
w = np.array([[0.1], [0.2], [0.3]])
print(x @ w, (x @ w).item(), (w @ x).shape, x.T @ x)
try:
    a @ np.ones(3)
except ValueError:
    print("ValueError")
print(np.concatenate([a, b]), np.stack([v, v]), np.vstack([v, v]), np.hstack([a, b]))
print(np.transpose(a), a.T @ b.T, (a @ b).T)
