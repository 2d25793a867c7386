for i in range(3):
    pass
print(i)
for i in []:
    print("never")
print(i)
for i in range(3):
    i = i * 10
    print(i)
items = [1, 2, 3]
for x in items:
    if x < 3:
        items.append(x + 10)
print(items)
for k, (a, b) in {"p": (1, 2), "q": (3, 4)}.items():
    print(k, a, b)
d = {}
for d["key"] in range(2):
    print(d)
p = [0, 0]
for p[1] in "ab":
    print(p)
for x, in [(1,), (2,)]:
    print(x)
