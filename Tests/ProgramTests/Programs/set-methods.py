a = {1, 2, 3}
b = {3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), len(a), 2 in a, 9 in a)
a.add(5)
a.discard(1)
a.discard(100)
print(sorted(a), a == {5, 3, 2}, {1} < {1, 2}, {1, 2} <= {2, 1}, a.isdisjoint({9}))
try:
    a.remove(77)
except KeyError as e:
    print("KeyError", e)
print(set(), {7}, sorted(set("hello")), sum({1, 2, 3}), max({4, 9}), len({1, 1.0, True}))
a |= {10}
a &= {10, 5}
print(sorted(a), sorted(a.union([1], (2,))), sorted(a.intersection([5])), sorted({x % 3 for x in range(9)}))
seen = set()
unique = []
for x in [3, 1, 3, 2, 1]:
    if x not in seen:
        seen.add(x)
        unique.append(x)
print(unique)
try:
    {[]}
except TypeError as e:
    print(e)
