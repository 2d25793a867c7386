calls = 0


def where():
    global calls
    calls += 1
    return calls - 1


items = [10, 20, 30]
items[where()] += 1
items[where()] *= 2
print(items, calls)


class A:
    n = 1


def make():
    print("make")
    return A


make().n += 5
print(A.n)
t = ([1],)
try:
    t[0] += [2]
except TypeError as e:
    print(e)
print(t)
