import numpy as np

a = np.array([3, -1, 4, -1, 5, -9])
print(a > 0, a[a > 0], (a > 0).sum(), (a < 0).any(), (a > -10).all())
a[a < 0] = 0
print(a)
print(np.where(a > 3, a, -1))
m = np.arange(12).reshape(3, 4)
print(m[m % 2 == 0], m[m > 100])
mask = (m > 2) & (m < 8)
print(mask)
print(m[mask].sum(), (~mask).sum(), (mask | (m == 0)).sum())
m[mask] *= 10
print(m)
print(np.array([True, False]) == np.array([True, True]))
