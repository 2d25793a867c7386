a = [1, 2]
a.append(a)
print(a, len(a), a[2][2][0])
d = {"k": 1}
d["self"] = d
print(d)
b = [a, d]
print(b)
x, y = [], []
x.append(y)
y.append(x)
print(x, y)
print(a is a[2], a == a, str(a), f"{d}")


class Node:
    def __init__(self):
        self.me = self
        self.items = [self]

    def __repr__(self):
        return "Node"


n = Node()
print(n.me.me, n.items)
