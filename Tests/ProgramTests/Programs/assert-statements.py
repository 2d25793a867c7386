def mean(values):
    assert len(values) > 0, "no values"
    return sum(values) / len(values)


print(mean([1, 2, 6]))
try:
    mean([])
except AssertionError as e:
    print("AssertionError:", e)
try:
    assert 1 == 2
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert (lambda x: x > 5)(3), ("tuple", 1)
except AssertionError as e:
    print(e.args[0][1])
assert [0], "lists with items are true"
