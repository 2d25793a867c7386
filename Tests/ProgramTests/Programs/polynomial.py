class Polynomial:
    def __init__(self, *c):
        while len(c) > 1 and c[-1] == 0:
            c = c[:-1]
        self.c = c

    def __call__(self, x):
        total = 0
        for c in reversed(self.c):
            total = total * x + c
        return total

    def __add__(self, o):
        n = max(len(self.c), len(o.c))
        get = lambda p, i: p.c[i] if i < len(p.c) else 0
        return Polynomial(*[get(self, i) + get(o, i) for i in range(n)])

    def __mul__(self, o):
        out = [0] * (len(self.c) + len(o.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c):
                out[i + j] += a * b
        return Polynomial(*out)

    def derivative(self):
        return Polynomial(*([i * c for i, c in enumerate(self.c)][1:] or [0]))

    def __eq__(self, o):
        return self.c == o.c

    def __str__(self):
        return " + ".join(f"{c}x^{i}" for i, c in enumerate(self.c) if c) or "0"


p, q = Polynomial(1, 2, 3), Polynomial(-1, 1)
print(p, q, p + q, p * q, p.derivative(), p(2), q(0.5), p == Polynomial(1, 2, 3, 0), Polynomial(0))
print((p * q)(3) == p(3) * q(3), Polynomial(5).derivative())
