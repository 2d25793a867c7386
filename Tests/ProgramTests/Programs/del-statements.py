x = 1
del x
try:
    x
except NameError as e:
    print(e)
items = [0, 1, 2, 3, 4, 5, 6]
del items[0], items[-1]
print(items)
del items[1:3]
print(items)
d = {"a": 1, "b": 2, "c": 3}
del d["b"]
print(d)
try:
    del d["zz"]
except KeyError as e:
    print("KeyError", e)
del items[:]
print(items)
items = list(range(10))
del items[::3]
print(items)
del items[::-2]
print(items)


class A:
    pass


a = A()
a.p = 1
del a.p
print(hasattr(a, "p"))
a, b, c = 1, 2, 3
del (a, b)
print(c)
