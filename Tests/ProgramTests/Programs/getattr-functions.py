class A:
    x = 1

    def __init__(self):
        self.y = 2


a = A()
print(getattr(a, "x"), getattr(a, "y"), getattr(a, "z", "none"), hasattr(a, "z"))
try:
    a.z
except AttributeError as error:
    print(error)
try:
    A.y
except AttributeError as error:
    print(error)
a.z = [1]
a.z += [2]
a.z[0] *= 10
a.y -= 5
print(a.z, a.y)
print(getattr(a, "z").count(2), getattr([3, 1], "index")(1))
