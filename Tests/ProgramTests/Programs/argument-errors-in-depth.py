def attempt(f, *args, **named):
    try:
        f(*args, **named)
        print("fine")
    except TypeError as e:
        print(e)


def h(a, *, b=1):
    pass


def three(a, b, c, *, d, e):
    pass


attempt(h, 1, 2, b=3)
attempt(h, 1, 2)
attempt(h, b=1)
attempt(h, 1, 2, 3, c=1)
attempt(three)
attempt(three, 1)
attempt(three, 1, 2, 3)
attempt(three, 1, 2, 3, d=1)


def make():
    def inner(x):
        pass

    class Local:
        def method(self):
            pass
    return inner, Local


inner, Local = make()
attempt(inner)
attempt(Local().method, 1)
attempt(lambda q: q)
attempt(lambda: h(**{"a": 1}, **{"a": 2}))
attempt(lambda: h(*5))
attempt(lambda: h(**5))
print(inner.__name__, inner.__qualname__, Local.method.__qualname__)
