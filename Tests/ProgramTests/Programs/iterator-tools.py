letters = ["a", "b", "c"]
numbers = [1, 2, 3, 4]
print(list(zip(letters, numbers)), list(zip(letters)), list(zip()), list(enumerate(letters)))
m = map(lambda x: x * 2, numbers)
print(next(m), list(m), list(m))
f = filter(None, [0, 1, "", "x", [], [0]])
print(list(f), list(filter(lambda c: c > "a", letters)))
z = zip(numbers, numbers[1:])
print([b - a for a, b in z], list(reversed(range(5))), list(range(10, 0, -3)))
print(sum(range(101)), max(map(len, ["a", "bbb"])), min((x for x in numbers), default=None), any(map(lambda x: x > 3, numbers)))
it = iter(numbers)
pairs = list(zip(it, it))
print(pairs, sorted(zip(numbers, letters), reverse=True))
print(range(3), range(1, 10, 2)[1], len(range(0, 100, 7)), 14 in range(0, 100, 7), range(3) == range(0, 3, 1))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as e:
    print("strict")
print(dict(zip(letters, numbers)), list(map(max, [1, 5], [3, 2])), *map(str, numbers), sep="/")
