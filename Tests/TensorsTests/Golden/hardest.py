"""Freezes hard cases of exp and log in hardest.json: arguments whose result lies very near the middle of two doubles.

    python3 hardest.py      (NumPy with an 80-bit longdouble, mpmath)

Of 8 million random arguments the 30 worst by longdouble are kept and rounded correctly by mpmath with 300 bits.
"""
import json, pathlib
import numpy as np
from mpmath import mp, mpf

mp.prec = 300
rng = np.random.default_rng(3)

def hardest(name, arguments):
    found = []
    for x in arguments:
        y = getattr(np, name)(x.astype(np.longdouble))
        nearest = y.astype(np.float64)
        away = np.abs(np.abs(y - nearest) / np.spacing(nearest).astype(np.longdouble) - np.longdouble(0.5))
        for i in np.argsort(away)[:30]: found.append((float(away[i]), float(x[i])))
    found.sort()
    return [[float(x).hex(), float(getattr(mp, name)(mpf(x))).hex()] for _, x in found[:30]]

exp = hardest("exp", [rng.uniform(-a, a, 10 ** 6) for a in (700, 40, 40, 10, 10, 1, 1, 0.1)])
log = hardest("log", [np.exp(rng.uniform(-a, a, 10 ** 6)) for a in (700, 40, 40, 10, 10, 1, 1, 0.1)])
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps({"exp": exp, "log": log}, indent=0) + "\n")
