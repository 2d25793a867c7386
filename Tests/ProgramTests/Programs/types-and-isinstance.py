values = [1, 1.0, "s", True, None, [1], (1,), {"a": 1}, {1}, range(2), print, len, lambda: 0, int]
for v in values:
    print(type(v).__name__, isinstance(v, int), isinstance(v, (str, float)), callable(v))
print(type(1) == int, type(1) is type(2), type("") == str, isinstance(True, int), type(True) is int)
print(int, str, list, type(None), type(3.5))
print(int("5") + float("2.5"), str(12) + "3", bool("False"), list("12"), tuple([1]), int(True))


class A:
    pass


class B(A):
    pass


print(type(B()) is A, isinstance(B(), A), type(B()).__name__, A.__name__, isinstance(B, type))
print(issubclass(bool, int), issubclass(B, (int, A)), isinstance(3, object))
