class Linear:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def __call__(self, *xs, scale=1):
        return [scale * (self.w * x + self.b) for x in xs]


class Empty:
    def __len__(self):
        return 0


class Falsy:
    def __bool__(self):
        print("asked")
        return False


f = Linear(2, 1)
print(f(1, 2), f(3, scale=10), f())
print(bool(Empty()), bool(Falsy()), bool(f), not Empty())
print("yes" if Empty() else "no", Empty() or "default")
print(list(map(Linear(1, 1), [1, 2])))
while Falsy():
    print("never")
print(any([Empty(), Falsy()]), all([f, 1]))
