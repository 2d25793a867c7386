import numpy as np

rng = np.random.default_rng(3)
points = np.concatenate([rng.normal(0, 0.5, (10, 2)), rng.normal(4, 0.5, (10, 2))])
centres = points[[0, 19]].copy()
for step in range(5):
    groups = [[], []]
    for p in points:
        gaps = [np.sum((p - c) ** 2) for c in centres]
        groups[int(np.argmin(gaps))].append(p)
    moved = np.array([np.mean(g, axis=0) for g in groups])
    if np.allclose(moved, centres):
        print("settled after", step)
        break
    centres = moved
print(np.round(centres, 6), [len(g) for g in groups])
