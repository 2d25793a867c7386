class Loud(Exception):
    def __str__(self):
        try:
            raise KeyError("inner")
        except KeyError:
            return "text"


try:
    raise Loud()
except Loud as e:
    print("Loud", e)


class Mute(Exception):
    def __str__(self):
        raise ValueError("no text")


try:
    raise Mute()
except Mute as e:
    print("caught")
    try:
        print(e)
    except ValueError as inner:
        print(inner)


class Plain(ValueError):
    def __init__(self, *parts):
        ValueError.__init__(self, "joined: " + ", ".join(parts))


try:
    raise Plain("a", "b")
except ValueError as e:
    print(e, e.args, repr(e), str(e).upper())
print([str(e) for e in (Exception(), Exception(1), Exception(1, 2), KeyError("k"), KeyError())])
