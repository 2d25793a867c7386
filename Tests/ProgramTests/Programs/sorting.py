people = [("bob", 3), ("al", 1), ("cy", 3), ("di", 1), ("ed", 2)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
print(sorted(people, key=lambda p: (-p[1], p[0])))
people.sort()
print(people)
people.sort(key=lambda p: len(p[0]))
print(people)
print(sorted([3, 1.5, True, -2]), sorted("hello"), sorted({"b": 1, "a": 2}))
print(sorted([[2, 1], [1, 9], [1]]), sorted([(1, "b"), (1, "a"), (0, "z")]))
try:
    sorted([1, "a"])
except TypeError as e:
    print(e)
x = [5, 2, 9]
print(x.sort(), x, x.reverse(), x, list(reversed(x)))
print(sorted(["B", "a", "C"], key=str.lower), sorted([-3, 2, -1], key=abs))
calls = []
sorted([3, 1, 2], key=lambda v: calls.append(v) or v)
print(calls)
