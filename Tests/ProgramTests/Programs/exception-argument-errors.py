def attempt(f, *args, **named):
    try:
        print(f(*args, **named))
    except TypeError as e:
        print(e)


def none():
    return "none"


def two(a, b):
    return a, b


def some(a, b=2, *, c, d=4):
    return a, b, c, d


attempt(none)
attempt(none, 1)
attempt(two, 1)
attempt(two)
attempt(two, 1, 2, 3)
attempt(two, 1, a=2)
attempt(two, 1, z=2)
attempt(some, 1)
attempt(some, 1, 2, 3)
attempt(some, 1, c=3)
attempt(some, c=3)
attempt(lambda: 1, 2)


class A:
    def method(self, x):
        return x


attempt(A().method)
attempt(A().method, 1, 2)
attempt(A, 5)
