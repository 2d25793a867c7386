import numpy as np

a = np.arange(10)
v = a[2:5]
v[0] = 99
print(a, v)
c = a[2:5].copy()
c[:] = 0
print(a, c)
m = np.arange(6).reshape(2, 3)
row = m[0]
row += 10
print(m)
m[:, 1] = -1
print(m, m.T)
t = m.T
t[0, 1] = 7
print(m)
r = m.reshape(3, 2)
r[0, 0] = 500
print(m, r)
f = m.flatten()
f[0] = 1
print(m[0, 0], m.ravel()[0])
