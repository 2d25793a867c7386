items = [1, 2, 3, 4, 5, 6]
for x in items:
    if x % 2 == 0:
        items.remove(x)
print(items)
d = {"a": 1, "b": 2}
try:
    for k in d:
        d[k + k] = 0
except RuntimeError as e:
    print(e)
print(sorted(d))
for k in list(d):
    if len(k) > 1:
        del d[k]
print(d)
for k in d:
    d[k] += 1
print(d)
items = [3, 2, 1]
for i, x in enumerate(items):
    items[i] = x * x
print(items)
it = iter(items)
items.clear()
print(list(it))
