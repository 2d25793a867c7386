class Base:
    def __init__(self, n):
        self.n = n

    def __add__(self, o):
        return f"Base.add {self.n} {o.n}"

    def __radd__(self, o):
        return f"Base.radd {self.n}"


class Derived(Base):
    def __radd__(self, o):
        return f"Derived.radd {o.n} {self.n}"


print(Base(1) + Base(2))
print(Base(1) + Derived(2))
print(Derived(1) + Base(2))
print(Derived(1) + Derived(2))
print(7 + Base(3))
