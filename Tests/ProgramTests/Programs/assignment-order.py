log = []


def note(x):
    log.append(x)
    return x


items = [0, 0, 0]
items[note(0)] = items[note(1)] = note(7)
print(items, log)
i, items[i] = 2, 9
print(i, items)
a = b = []
a.append(1)
print(b)
x, y = 1, 2
x, y = y, x
print(x, y)
x, y, z = y, x, x + y
print(x, y, z)
d = {}
d["k"] = d
print(d["k"]["k"] is d)
n = [1, 2, 3]
n[0], n[1], n[2] = n[2], n[0], n[1]
print(n)
