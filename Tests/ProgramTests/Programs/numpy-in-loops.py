import numpy as np

a = np.array([[1.5, -2.0], [0.25, 1000.0]])
for row in a:
    print(row, row.sum())
    for x in row:
        print(x, type(x).__name__)
for i, row in enumerate(a):
    for j, x in enumerate(row):
        print(i, j, f"{x:.2f}", a[i, j] == a[i][j])
for x in np.linspace(0, 1, 3):
    print(x, x * 2, str(x), repr(x), f"{x}")
print([float(x) for x in a[0]], a.tolist(), list(a[1]))
total = 0
for n in np.arange(4):
    total += n
print(total, a.shape, a.size, a.ndim, len(a))
