import numpy as np

items = [1]
it = iter(items)
print(list(it))
items.append(2)
print(list(it), next(it, "end"))
x = np.arange(3)
for v in x:
    x[:] = 7
    print(v)
for row in np.zeros((2, 2)):
    row += 1
    print(row)


def g():
    yield 1
    raise StopIteration


try:
    print(list(g()))
except RuntimeError as e:
    print(e)
