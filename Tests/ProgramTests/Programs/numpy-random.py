import numpy as np

rng = np.random.default_rng(42)
print(rng.random(3))
print(rng.normal(size=2), rng.integers(0, 10, 5))
print(rng.standard_normal((2, 2)))
print(rng.uniform(-1, 1, 3), rng.permutation(5))
again = np.random.default_rng(42)
print(again.random(), again.random())
a = np.arange(5)
np.random.default_rng(0).shuffle(a)
print(a)
