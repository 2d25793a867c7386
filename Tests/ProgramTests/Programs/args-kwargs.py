def f(*args, **named):
    return args, named


print(f(), f(1), f(a=1), f(1, 2, x=3, y=4))
print(f(*[1, 2], *(3,), **{"k": 1}, z=2))
print(f(0, *range(2), 9))


def g(a, *rest, b=10, **other):
    return a, rest, b, other


print(g(1), g(1, 2, 3), g(1, b=2, c=3), g(*"xyz", **{"b": 1, "q": 2}))


def pass_on(*args, **named):
    return g(*args, **named)


print(pass_on(1, 2, b=3, d=4))


def change(**named):
    named["x"] = 100
    return named


d = {"x": 1}
print(change(**d), d)
try:
    f(**{"a": 1}, **{"a": 2})
except TypeError as e:
    print("TypeError")
try:
    f(*5)
except TypeError as e:
    print("TypeError")
