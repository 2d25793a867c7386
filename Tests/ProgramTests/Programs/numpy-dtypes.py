import numpy as np

print((np.arange(3) / 2).dtype, (np.arange(3) * 2).dtype, (np.arange(3) * 2.0).dtype, (np.arange(3) > 1).dtype)
print(np.array([1, 2]).astype(float), np.array([1.7, -1.7]).astype(int), np.array([0, 1, 2]).astype(bool))
f = np.array([0.1, 0.2], dtype=np.float32)
print(f, f.dtype, (f + f).dtype, (f * 2).dtype, (f + np.float64(1)).dtype, f.sum())
print(f[0], repr(f[0]), float(f[0]), np.float32(1) / 3)
print(np.float64(1.5) + 1, type(np.float64(1.5) + 1).__name__, isinstance(np.float64(1), float))
print(np.int64(7) // 2, np.int64(7) / 2, type(np.int64(7) / 2).__name__, int(np.int64(3)) + 1)
print(np.array([True]).sum(), True + np.array([1, 2]))
print(np.array([1, 2, 3]) == 2, np.array([1, 2]) == np.array([1, 2]), np.array_equal([1, 2], np.array([1, 2])))
