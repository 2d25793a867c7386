a = [1, 2]
b = a
c = a[:]
d = list(a)
e = a.copy()
b.append(3)
print(a, b, c, d, e, a is b, a is c, a == c + [3])
rows = [[0, 0]] * 2
rows[0][0] = 9
print(rows)
rows = [[0, 0] for _ in range(2)]
rows[0][0] = 9
print(rows)


def mutate(x):
    x.append("m")
    x = ["new"]
    return x


print(mutate(a), a)
nested = [a, a]
a[0] = "shared"
print(nested, nested[0] is nested[1])
x = y = 5
x += 1
print(x, y)
m = {"list": a}
n = m.copy()
n["list"].append("deep")
n["other"] = 1
print(m, n)
