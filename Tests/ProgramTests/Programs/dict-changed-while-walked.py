d = {"a": 1, "b": 2}
try:
    for key in d:
        d[key + "x"] = 0
except RuntimeError as error:
    print(error, d)

d = {"a": 1, "b": 2}
try:
    for key in d:
        del d[key]
except RuntimeError as error:
    print(error, d)

d = {"a": 1, "b": 2}
for key, value in d.items():
    d[key] = value + 1
print(d)

d = {"a": 1, "b": 2}
for key in list(d):
    del d[key]
    d[key + "x"] = 1
print(d)

walk = iter(d)
print(list(walk))
d["more"] = 1
print(list(walk), next(walk, "ended"))

d = {"a": 1}
for key in d:
    d["b"] = 2
    break
print(d)
