def permutations(items):
    if len(items) <= 1:
        return [items]
    found = []
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            found.append([item] + rest)
    return found


def subsets(items):
    if not items:
        return [[]]
    rest = subsets(items[1:])
    return rest + [[items[0]] + s for s in rest]


print(permutations([1, 2, 3]))
print(len(permutations(list("abcde"))))
print(subsets("abc"))
print(sorted(subsets([1, 2, 3]), key=lambda s: (len(s), s)))
