import numpy as np
a = np.array([1., 2.])
def same(x): return x
def make():
    b = np.ones(2)
    def get(): return b
    return get
g = make()
print(same(a) * 3, -same(a), np.exp(same(a)), a)
print(g() * 2, g())
print([x * 2 + x for x in (np.ones(2) for _ in range(2))])
print(sum(x * 1.0 for x in [a, a]), a)
d = {"w": np.ones(2)}
print(d["w"] / 4, d.get("w") - 1, d["w"])
class C: w = np.ones(2)
print(C.w * 5, C().w - 2, C.w)
print((a if True else 0) * 2, (a or 0) if False else a + 1, a)
def dflt(x=np.ones(2)): return x
print(dflt() * 7, dflt())
def gen():
    q = np.ones(2)
    yield q
    yield q
z = gen()
print(next(z) * 9, next(z))
for r in [np.ones(2)]: print(-r, r)
print(np.asarray(a) * 2, a.reshape(2) * 2, a.T * 2, a[:] * 2, a)
