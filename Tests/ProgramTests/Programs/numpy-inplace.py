import numpy as np

w = np.array([1.0, 2.0, 3.0])
alias = w
w += 1
print(alias)
w *= 2
w -= np.array([1, 1, 1])
w /= 2
print(alias, w is alias)
w = w + 1
print(alias, w)
m = np.zeros((2, 3))
m[0] += [1, 2, 3]
m[:, 0] += 5
m[1, 1:] = 7
m[1][2] -= 1
print(m)
i = np.array([1, 2, 3])
i += 2
i *= 3
i //= 2
print(i, i.dtype)
b = m[:, 1]
b **= 2
print(m)


def update(params, rate):
    params -= rate * np.ones(3)


update(alias, 0.5)
print(alias)
