class Proxy:
    def __init__(self, inner):
        self.inner = inner
        self.calls = []

    def __getattr__(self, name):
        self.calls.append(name)
        return getattr(self.inner, name)


p = Proxy([3, 1, 2])
p.append(9)
print(p.index(1), p.inner, p.calls, hasattr(p, "sort"), hasattr(p, "zzz"))
try:
    p.missing
except AttributeError as e:
    print(e)


class Same:
    def __eq__(self, other):
        result = super().__eq__(other)
        return result is NotImplemented, result


s = Same()
print(s == s, s == 1)
