t = (1, "a", 2.5)
print(t, t[0], t[-1], len(t), t + (1,), t * 2, t[1:], (), (1,), tuple("ab"), tuple([1, 2]))
print((1, 2) == (1, 2.0), (1, 2) < (1, 3), (1,) < (1, 0), t.index("a"), t.count(1), 2.5 in t)
try:
    t[0] = 5
except TypeError as e:
    print(e)
point = 3, 4
x, y = point
print(x, y, point, (x), (x,))
d = {(0, 0): "origin", (1, 0): "east"}
print(d[0, 0], d[(1, 0)], (2, 2) in d)


def pair():
    return 1, 2


print(pair(), pair()[1], max((1, 5), (2, 0)), sorted([(2, 1), (1, 2)]))
a = ([], 1)
a[0].append("inside")
print(a)
