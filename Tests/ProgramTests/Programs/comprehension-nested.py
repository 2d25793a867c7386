matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)])
print([v for row in matrix for v in row if v % 2])
print({r: {c: r * c for c in range(2)} for r in range(3)})
print([(a, b) for a in range(4) for b in range(a, 4) if (a + b) % 3 == 0])
words = ["apple", "bob", "cat"]
print({w[0]: len(w) for w in words}, sorted({len(w) for w in words}))
print([a + b for a, b in zip("abc", "xyz")], [k + str(v) for k, v in {"p": 1, "q": 2}.items()])
print([x if x % 2 else -x for x in range(5)])
print([first for first, *rest in ["hello", "world"]], [rest for _, *rest in ["hey"]])
print([i for i in range(20) if i % 2 if i % 3])
