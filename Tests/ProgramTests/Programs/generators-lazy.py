def naturals():
    n = 0
    while True:
        yield n
        n += 1


def take(n, source):
    for _ in range(n):
        yield next(source)


def evens(source):
    for x in source:
        if x % 2 == 0:
            yield x


def squares(source):
    return (x * x for x in source)


source = naturals()
print(list(take(5, squares(evens(source)))))
print(next(source))
print(sum(take(10, naturals())))
pairs = zip(naturals(), "abc")
print(list(pairs))
