"""Makes histograms.txt: values, then NumPy's ends and counts by its rule 'auto', a line each."""
import numpy as np

print("# numpy " + np.__version__)
rng = np.random.default_rng(7)
samples = [
    [1.0],
    [2.5, 2.5, 2.5],
    [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 100.5],
    [0.1 * k for k in range(40)],
    [round(x, 3) for x in rng.normal(0, 1, 30).tolist()],
    [round(x, 3) for x in rng.normal(50, 9, 200).tolist()],
    [round(x, 4) for x in rng.exponential(1, 120).tolist()],
    [round(x * 1e-8, 12) for x in rng.normal(0, 1, 60).tolist()],
]
for values in samples:
    counts, ends = np.histogram(values, bins="auto")
    for row in (values, ends.tolist(), counts.tolist()):
        print(" ".join(repr(x) for x in row))
