def helper(x):
    return x + offset


print([helper(x) for x in []])
print(helper(1))
