import numpy as np

print(np.array([1, 2, 3]), np.array([1.0, 2.5]), np.array([True, False]), np.array([]))
print(np.array([1e-10, 1.0]), np.array([1e10, 1.0]), np.array([0.1, 0.123456789012]))
print(np.array([[1, -2], [300, 4]]))
print(np.array([[0.001, 123.456], [-1.0, 5.0]]))
print(np.arange(24).reshape(2, 3, 4))
print(np.zeros((2, 2)), np.ones(3), np.eye(2), np.full((1, 2), 7.5))
print(np.array([np.nan, np.inf, -np.inf, 1.0]))
print(repr(np.array([1.0, 2.0])), repr(np.array([[1], [2]])), repr(np.arange(3)))
print(np.array(5.0), repr(np.float64(0.1)), np.float64(2) / 3, np.int64(7))
print(np.arange(1200).sum(), np.arange(1001))
print([np.float64(1.5), np.array([1, 2])], {"k": np.int64(3)}, (np.array([0.5]),))
print(np.array([1/3, 2/3]), np.array([1e-5, 2e-5]), np.array([123456.789, 0.001]))
