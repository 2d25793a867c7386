def f(a, *, b, c=3):
    return a, b, c


print(f(1, b=2), f(b=2, a=1), f(1, c=0, b=9))


def g(a, b, /, c, *, d=0):
    return a, b, c, d


print(g(1, 2, 3), g(1, 2, c=3), g(1, 2, 3, d=4))
for call in [lambda: g(a=1, b=2, c=3), lambda: f(1, 2), lambda: f(1), lambda: g(1, 2)]:
    try:
        call()
    except TypeError as e:
        print(e)


def h(x, /, **named):
    return x, named


print(h(1, x=2))
k = lambda a, b=2, *c, d, **e: (a, b, c, d, e)
print(k(1, d=4), k(1, 2, 3, d=4, z=5))
