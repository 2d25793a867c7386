class Fraction:
    def __init__(self, a, b=1):
        if b == 0:
            raise ZeroDivisionError("no denominator")
        x, y = abs(a), abs(b)
        while y:
            x, y = y, x % y
        sign = -1 if b < 0 else 1
        self.a, self.b = sign * a // x, abs(b) // x

    def of(value):
        return value if isinstance(value, Fraction) else Fraction(value)

    def __add__(self, o):
        o = Fraction.of(o)
        return Fraction(self.a * o.b + o.a * self.b, self.b * o.b)

    def __truediv__(self, o):
        o = Fraction.of(o)
        return Fraction(self.a * o.b, self.b * o.a)

    def __rtruediv__(self, o):
        return Fraction.of(o) / self

    __radd__ = __add__

    def __lt__(self, o):
        return self.a * o.b < o.a * self.b

    def __repr__(self):
        return f"{self.a}/{self.b}"


h = Fraction(1, 2)
print(h + Fraction(1, 3), 1 + h, h / 3, 3 / h, sum([h, h, h]), Fraction(6, -4))
print(sorted([Fraction(2, 3), h, Fraction(-1, 5)]), min(h, Fraction(1, 3)))
try:
    h / 0
except ZeroDivisionError as e:
    print(e)
