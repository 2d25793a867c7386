def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


print(is_even(10), is_odd(7), is_even(301))


def depth(tree):
    if not isinstance(tree, list):
        return 0
    return 1 + max([depth(part) for part in tree], default=0)


def flatten(tree):
    if isinstance(tree, list):
        return [leaf for part in tree for leaf in flatten(part)]
    return [tree]


tree = [1, [2, [3, [4, []]], 5], [[6]]]
print(depth(tree), flatten(tree))
