late = []
for i in range(4):
    late.append(lambda: i)
print([f() for f in late])
early = []
for i in range(4):
    early.append(lambda i=i: i)
print([f() for f in early])
print([f(7) for f in early])
fs = [lambda x: x * k for k in range(3)]
print([f(10) for f in fs])


def build():
    result = []
    for n in "abc":
        def show():
            return n * 2
        result.append(show)
    n = "z"
    return result


print([f() for f in build()])
