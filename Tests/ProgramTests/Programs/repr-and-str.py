class Both:
    def __repr__(self):
        return "<repr>"

    def __str__(self):
        return "<str>"


class OnlyRepr:
    def __repr__(self):
        return "only"


b, o = Both(), OnlyRepr()
print(b, o, [b, o], (b,), {"k": b, 1: o})
print(str(b), repr(b), f"{b} {b!r} {o!s:>6}|{b!s:<8}|", "%s %r" % (b, b), "{} {!r}".format(b, b))
print(str([b]), "a" + str(o))


class Wrapped(Both):
    def __str__(self):
        return "[" + super().__str__() + "]"


print(Wrapped(), [Wrapped()])
