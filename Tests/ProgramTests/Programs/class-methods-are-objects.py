class P:
    def __init__(self, x):
        self.x = x

    def get(self):
        return self.x


p = P(3)
g = p.get
p.x = 4
print(g(), P.get(p))
p.get = lambda: "own"
print(p.get(), P(5).get())


def outside(self, n):
    return self.x * n


P.times = outside
print(p.times(6), [q.get() for q in map(P, [1, 2])])
print(callable(p.get), callable(p), callable(P))
