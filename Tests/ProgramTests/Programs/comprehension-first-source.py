def make():
    print("source")
    return [1, 2]


print([a * b for a in make() for b in make()])
print([x for x in [y for y in make()]])
n = 2
print([n for n in range(n)], n)
try:
    [undefined_name for _ in range(1)]
except NameError as error:
    print(error)
print([lambda: k for k in range(3)][0]())
