import numpy as np

rng = np.random.default_rng(5)
x = rng.uniform(-1, 1, (8, 2))
y = x @ np.array([2.0, -3.0]) + 0.5
w, b = np.zeros(2), 0.0
for epoch in range(1, 101):
    error = x @ w + b - y
    w -= 0.3 * (x.T @ error) / len(x)
    b -= 0.3 * error.mean()
    if epoch in (1, 10, 100):
        print(f"epoch {epoch:>3}: loss {np.mean(error ** 2):.6f} w {np.round(w, 4)} b {b:.4f}")
print(w.round(3).tolist(), round(float(b), 3), np.abs(error).max() < 0.1)
