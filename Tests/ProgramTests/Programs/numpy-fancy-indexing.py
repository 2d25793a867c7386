import numpy as np

a = np.arange(10) * 10
print(a[[1, 3, 5]], a[np.array([0, -1])], a[::-1], a[-3:], a[1:8:3])
m = np.arange(12).reshape(3, 4)
print(m[1], m[-1, -1], m[:, 2], m[1:, :2], m[::2, ::-1], m[..., 0], m[[0, 2]], m[:, [1, 3]])
print(m[[0, 1], [2, 3]], m[None, 0].shape, m[:, None].shape)
m[[0, 2]] = 0
print(m)
a[[0, 0, 1]] += 1
print(a)
order = np.argsort([3, 1, 2])
print(order, np.sort([3, 1, 2]))
try:
    a[10]
except IndexError:
    print("IndexError")
