class A:
    __count = 0

    def __init__(self):
        self.__n = "A"
        A.__count += 1

    def a(self):
        return f"{self.__n} of {A.__count}"

    def __step(self, __x=1):
        return "base step", __x

    def run(self):
        return self.__step(), self.__step(2)


class _B(A):
    def __init__(self):
        super().__init__()
        self.__n = "B"

    def b(self):
        return self.__n

    def __step(self):
        return "child step"


x = _B()
print(x.a(), x.b(), x.run())
print(hasattr(x, "__n"), hasattr(x, "_A__n"), x._A__n, x._B__n)
try:
    x.__n
except AttributeError as error:
    print(error)


class ___:
    def f(self):
        __a = 3
        return __a


print(___().f())
