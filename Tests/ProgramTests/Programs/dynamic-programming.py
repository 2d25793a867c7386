def lcs(a, b):
    table = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            if x == y:
                table[i + 1][j + 1] = table[i][j] + x
            else:
                table[i + 1][j + 1] = max(table[i][j + 1], table[i + 1][j], key=len)
    return table[-1][-1]


def edit(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(previous + (x != y), row[j] + 1, row[j - 1] + 1)
    return row[-1]


def coins(total, values):
    best = [0] + [None] * total
    for t in range(1, total + 1):
        options = [best[t - v] + 1 for v in values if t >= v and best[t - v] is not None]
        best[t] = min(options) if options else None
    return best[total]


print(lcs("nematode", "empty"), edit("kitten", "sitting"), coins(63, [1, 5, 10, 21, 25]), coins(3, [2]))
