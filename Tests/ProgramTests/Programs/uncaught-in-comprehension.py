print([10 / x for x in (5, 2)])
print({x: 10 / x for x in (1, 0)})
