class Bag:
    def __init__(self, items):
        self.items = items

    def __iadd__(self, o):
        self.items.append(o)
        return self

    def __add__(self, o):
        return Bag(self.items + [o])

    def __isub__(self, o):
        return "replaced by text"


a = Bag([1])
b = a
a += 2
print(a is b, b.items)
a = a + 3
print(a is b, a.items, b.items)
b -= 1
print(b)


class Plain:
    def __init__(self, n):
        self.n = n

    def __mul__(self, o):
        return Plain(self.n * o)


p = q = Plain(2)
p *= 5
print(p.n, q.n, p is q)
