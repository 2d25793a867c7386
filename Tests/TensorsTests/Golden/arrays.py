"""Freezes how NumPy prints arrays in arrays.json: python3 arrays.py      (NumPy 2.x; 2.4.6 made the file committed here)"""
import json, pathlib
import numpy as np

rng = np.random.default_rng(7)
nan, inf = float("nan"), float("inf")
F = lambda *a: np.array(a, dtype=np.float64)
cases = [
    F(0.73194171, 0.12303186), F(16, -1), F(1, 2.5, 100.125), F(), F(1e-5, 1), F(1e8), F(99999999), F(-0.0, 0), F(1e16, 1),
    F(1, 1000), F(1, 1001), F(1e-10), F(1e300, 1e-300), F(nan, 1), F(inf, -inf), F(nan, -inf, 0.5), F(nan), F(nan, 1e10, -inf),
    F(0.1, 0.2, 0.30000000000000004), F(1/3, 2/3), F(0.000123456789), F(123456.789), F(5e-324), F(0.99999999999),
    F(1.000000005, 1.00000000499999), F(2.5e-9, 0), np.array(1.5), np.array(1e-5), np.array(3), np.array(True), np.array(np.float32(0.1)),
    np.array([[-5.34381484e-08, 1.42014367e-03], [-1.78127161e-08, 4.73381224e-04]]), np.zeros((2, 0)), np.zeros((0, 3), int),
    np.arange(12).reshape(3, 4), np.arange(24).reshape(2, 3, 4) - 7, np.arange(1001), np.arange(1003.0), np.arange(1000),
    np.arange(3600).reshape(60, 60), rng.standard_normal((30, 50)), rng.standard_normal((5, 4, 60)), rng.standard_normal((3, 30)),
    np.arange(30) * 10**5, np.array([True, False]), np.zeros((3, 4), bool), np.ones(100, bool), np.array([], bool), np.array([], np.int64),
    np.array([1, 2.5], np.float32), np.array([1e6, 1], np.float32), np.array([123456.7], np.float32), np.array([1e7], np.float32), np.array([], np.float32),
    rng.standard_normal(40).astype(np.float32), np.arange(1002, dtype=np.float32), rng.standard_normal((2, 2, 2, 2)),
    np.ones((1, 1, 1)), np.array([-2**63, 2**63 - 1]), np.arange(8) / 7, np.linspace(0, 1, 11), np.ones((7, 3)), np.ones((340, 3)), np.ones((3, 340)),
    np.zeros(1001, bool), np.ones((4, 1, 300)), np.float32(1) / np.arange(1, 14, dtype=np.float32),
]
for _ in range(250):
    rank = rng.integers(1, 4)
    a = rng.standard_normal(rng.integers(1, 7, size=rank)) * 10.0 ** rng.integers(-6, 9)
    kind = rng.integers(6)
    if kind == 1: a = np.round(a, int(rng.integers(0, 5)))
    elif kind == 2: a = a.astype(np.float32)
    elif kind == 3: a = np.trunc(a).astype(np.int64)
    elif kind == 4: a = a * 10.0 ** rng.integers(-3, 4, size=a.shape)
    elif kind == 5: a[rng.random(a.shape) < 0.2] = rng.choice([nan, inf, -inf, 0.0, -0.0])
    cases.append(a)

def bits(a):
    if a.dtype == np.float64: return [str(v) for v in a.ravel().view(np.uint64)]
    if a.dtype == np.float32: return [str(v) for v in a.ravel().view(np.uint32)]
    return [str(int(v)) for v in a.ravel()]

out = [{"type": str(a.dtype), "shape": list(a.shape), "elements": " ".join(bits(a)), "str": str(a), "repr": repr(a)} for a in cases]
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(out, indent=0) + "\n")
