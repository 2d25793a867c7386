def outer(a):
    def middle(b):
        def inner(c):
            nonlocal a
            a += 1
            return a * 100 + b * 10 + c
        return inner
    return middle


f = outer(1)
g = f(2)
h = f(3)
print(g(4), h(5), g(6), f(9)(0))
