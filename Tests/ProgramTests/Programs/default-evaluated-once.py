def log(text):
    print("evaluated", text)
    return text


def f(a, b=log("b"), *, c=log("c")):
    return a, b, c


print(f(1))
print(f(1, 2, c=3))


def collect(x, into=[]):
    into.append(x)
    return into


print(collect(1), collect(2), collect(3, []), collect(4))
n = 5
def g(k=n):
    return k
n = 6
print(g(), n)
