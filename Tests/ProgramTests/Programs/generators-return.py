def early(items):
    for x in items:
        if x < 0:
            return
        yield x


print(list(early([1, 2, -1, 3])), list(early([])), list(early([-1])))


def nothing():
    return
    yield


print(list(nothing()))
print(sum(early([1, 2, 3])), max(early([5, 2])), sorted(early([3, 1, 2])))
print(tuple(early([1])), dict(zip("ab", early([1, 2]))))
a, b = early([8, 9])
print(a, b)
print(3 in early([1, 2, 3]), [*early([7, 7])], "".join(c for c in "abc"))
