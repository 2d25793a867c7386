values = [1, 2, 3]
g = (v * 10 for v in values)
values = [7, 8]
print(list(g), list(g))


def show(x):
    print("computing", x)
    return x


lazy = (show(x) for x in [1, 2, 3])
print("made")
print(next(lazy))
print(any(x > 1 for x in lazy))
n = 3
h = (n + i for i in range(3))
n = 100
print(list(h))
print(sum(i * j for i in range(3) for j in range(i)))
print(list((i, j) for i in range(3) if i % 2 == 0 for j in "ab"))
