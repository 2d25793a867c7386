text = "the cat and the dog and the bird"
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
print(counts)
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:3])
groups = {}
for word in text.split():
    groups.setdefault(len(word), []).append(word)
print(groups)
inverse = {}
for k, v in counts.items():
    inverse.setdefault(v, []).append(k)
print(inverse)
print([w for w in counts if counts[w] == max(counts.values())])
print(list(map(str.upper, counts)), list(map(len, counts)))
transposed = list(zip(*[(1, "a"), (2, "b"), (3, "c")]))
print(transposed, dict(zip(*transposed)))
print(sum(len(w) for w in counts), all(w.islower() for w in counts))
