# Arguments that are left out, given by place or by name, in functions and methods.
def scale(x, factor=2, *, offset=0.5, sign=1):
    return (x * factor + offset) * sign


print(scale(1), scale(1, 3), scale(1, offset=0), scale(1, 4, sign=-1))
try:
    scale(1, 2, 3)
except TypeError as error:
    print(error)
try:
    scale()
except TypeError as error:
    print(error)


def needs(x, *, rate, decay=0.1):
    return x, rate, decay


try:
    needs(1)
except TypeError as error:
    print(error)
print(needs(1, rate=2))


def only(x, /, y=1, *rest, **named):
    return x, y, rest, named


print(only(1), only(1, 2), only(1, 2, 3), only(1, x=4))


class Vector:
    def __init__(self, x, y=0):
        self.x, self.y = x, y

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __radd__(self, other):
        return Vector(self.x + other, self.y)

    def __sub__(self, other, *rest):
        return Vector(self.x - other.x, len(rest))

    def moved(self, by=1, *, times=1):
        return Vector(self.x + by * times, self.y)

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"


class Longer(Vector):
    def __radd__(self, other):
        return "from the right"


a, b = Vector(1, 2), Vector(3)
print(a + b, 4 + a, a - b, a.moved(), a.moved(5), a.moved(times=3), Vector(1) + Longer(2))
try:
    a + 1
except TypeError as error:
    print(error)


def walk(limit, step=2):
    while limit > 0:
        yield limit, step
        limit -= step


print(list(walk(5)), list(walk(5, 3)), list(walk(5, step=4)))
row = [1, 2, 3]
i, row[i] = 0, 9
print(i, row)
i, row[i] = 1, 8
print(i, row)
row[0], row[2], i = row[2], row[0], row[1]
print(i, row)
(i, j), k = (1, 2), [3]
print(i, j, k)
words = {}
words["é"], words["e\u0301"] = 1, 2
print(len(words), words.get("é"), words.get("x"), words.get("x", 3), [words.get(w) for w in words])
