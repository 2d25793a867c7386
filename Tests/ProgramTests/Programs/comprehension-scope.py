x = "outer"
print([x for x in range(3)], x)
print({x: x * x for x in range(3)}, x)
y = 5
print([y + i for i in range(3)], [[y for y in range(2)] for _ in range(2)], y)


def f():
    x = "local"
    squares = [x * 2 for x in (1, 2)]
    return x, squares


print(f())


class A:
    n = 3
    items = [i for i in range(n)]


print(A.items, hasattr(A, "i"))
