class L:
    def __add__(self, o):
        print("L.add")
        return NotImplemented

    def __lt__(self, o):
        print("L.lt")
        return NotImplemented


class R:
    def __radd__(self, o):
        print("R.radd")
        return "sum"

    def __gt__(self, o):
        print("R.gt")
        return True

    def __rsub__(self, o):
        return ("rsub", o)

    def __rtruediv__(self, o):
        return ("rdiv", o)

    def __rpow__(self, o):
        return ("rpow", o)

    def __rmatmul__(self, o):
        return ("rmatmul", o)


print(L() + R())
print(L() < R())
print(1 + R(), 5 - R(), 2.5 / R(), 2 ** R(), [1] @ R())
try:
    L() + 1
except TypeError as error:
    print(error)
try:
    L() < 1
except TypeError as error:
    print(error)
