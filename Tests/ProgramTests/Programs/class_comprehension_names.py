x = 10
class A:
    x = 5
    y = [x for _ in range(2)]
    z = [i for i in range(x)]
print(A.y, A.z)
def f():
    x = 1
    class B:
        x = 2
        y = {k: x for k in range(1)}
    return B.y
print(f())
import numpy as np
class V:
    def __init__(self, d): self.d = d
    def __rmul__(self, o): return V(o * self.d)
    def __repr__(self): return f"V({self.d!r})"
print(np.float64(.5) * V(2.))
