import numpy as np

a = np.array([1, 2])
try:
    if a == a:
        print("never")
except ValueError:
    print("ambiguous")
print(bool(np.array([3])), bool((a == a).all()), not (a > 5).any())
if np.allclose([0.1 + 0.2], [0.3]):
    print("close")
print(np.isclose(1.0, 1.0 + 1e-9), np.isnan([1.0, np.nan]), np.isfinite(np.inf))
x = a if a.sum() > 2 else None
print(x, a is not None, [1, 2] == a.tolist(), np.float64(1) == 1, np.int64(2) in [1, 2])
