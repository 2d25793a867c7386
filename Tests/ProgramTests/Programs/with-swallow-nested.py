class Ignore:
    def __init__(self, *kinds):
        self.kinds = kinds

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.seen = value
        return kind is not None and issubclass(kind, self.kinds)


with Ignore(ZeroDivisionError) as i:
    print(1 / 0)
print(repr(i.seen))
try:
    with Ignore(KeyError):
        [][0]
except IndexError as e:
    print("passed on", e)
with Ignore(Exception) as outer:
    with Ignore(KeyError) as inner:
        raise TypeError("t")
    print("never")
print(repr(outer.seen), repr(inner.seen))
with Ignore(KeyError) as quiet:
    pass
print(quiet.seen)


def value():
    with Ignore(ValueError):
        return int("x")
    return "fell through"


print(value())
