class Room:
    def __init__(self, name, swallows=False):
        self.name, self.swallows = name, swallows

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind is not None, value)
        return self.swallows


with Room("a") as a:
    print("inside", a)
with Room("b"), Room("c") as c:
    print(c)
with Room("d", swallows=True):
    raise ValueError("hidden")
print("after")
try:
    with Room("outer") as o, Room("inner"):
        raise KeyError("seen")
except KeyError as e:
    print("caught", e)


def early():
    for i in range(3):
        with Room(str(i)):
            if i == 0:
                continue
            if i == 1:
                return "returned"


print(early())
