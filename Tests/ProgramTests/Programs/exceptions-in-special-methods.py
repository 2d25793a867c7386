class Touchy:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        if self.n < 0:
            raise ValueError("negative length")
        return self.n

    def __getitem__(self, i):
        if i == 3:
            raise RuntimeError("item three")
        if i > 5:
            raise IndexError
        return i

    def __repr__(self):
        return "T" * self.n

    def __eq__(self, other):
        raise TypeError("cannot compare")


for action in [lambda: len(Touchy(-1)), lambda: list(Touchy(1)), lambda: bool(Touchy(-2)), lambda: Touchy(1) == 1,
               lambda: Touchy(1) in [1, 2], lambda: [Touchy(2), Touchy(0)], lambda: Touchy(0)[9], lambda: f"{Touchy(3)}"]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, repr(str(e)))
