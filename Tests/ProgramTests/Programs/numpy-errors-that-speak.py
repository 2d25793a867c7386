import math
import numpy as np

a = np.arange(6.0).reshape(2, 3)
i = np.arange(3)
truths = np.array([True, False])


def attempt(name, action):
    try:
        print(name, action())
    except Exception as error:
        classes = [isinstance(error, kind) for kind in (ValueError, IndexError, TypeError)]
        print(name, type(error).__name__, classes, error)


# An axis that is not there.
for axis in [2, -3, 7, (0, 2), (0, 0)]:
    attempt(f"sum {axis}", lambda: a.sum(axis=axis))
    attempt(f"mean {axis}", lambda: np.mean(a, axis=axis))
attempt("max", lambda: np.max(a, axis=2))
attempt("argmax", lambda: np.argmax(a, axis=-3))
attempt("argmax of one", lambda: np.argmax(np.float64(3), axis=1))
attempt("cumsum", lambda: np.cumsum(i, axis=1))
attempt("sort", lambda: np.sort(a, axis=2))
attempt("sort of one", lambda: np.sort(np.float64(3)))
attempt("concatenate", lambda: np.concatenate([a, a], axis=2))
attempt("stack", lambda: np.stack([a, a], axis=-4))
attempt("expand_dims", lambda: np.expand_dims(a, 4))
attempt("squeeze", lambda: np.squeeze(a, 2))
attempt("swapaxes", lambda: np.swapaxes(a, 0, 2))
attempt("moveaxis", lambda: np.moveaxis(a, 5, 1))
attempt("moveaxis", lambda: np.moveaxis(a, 0, 2))
attempt("transpose", lambda: a.transpose(0, 2))
attempt("transpose", lambda: a.transpose(0, 0))
attempt("transpose", lambda: a.transpose(0))
attempt("split", lambda: np.split(a, 2, axis=3))
attempt("split", lambda: np.split(i, 2))
attempt("norm", lambda: np.linalg.norm(a, axis=2))

for caught in [ValueError, IndexError, LookupError, Exception]:
    try:
        a.sum(axis=3)
    except caught as error:
        print(caught.__name__, error, str(error), type(error))
try:
    try:
        a.sum(axis=3)
    except IndexError as error:
        kept = error
        raise
except ValueError as again:
    print(again is kept, again)
try:
    raise kept
except ValueError as again:
    print(again)
try:
    print(AxisError)
except NameError as error:
    print(error)

# A type that does not fit, a shape that does not fit.
def change(array, operator, other):
    if operator == "+":
        array += other
    elif operator == "-":
        array -= other
    elif operator == "*":
        array *= other
    elif operator == "/":
        array /= other
    elif operator == "//":
        array //= other
    elif operator == "%":
        array %= other
    elif operator == "**":
        array **= other
    elif operator == "|":
        array |= other
    return array


for operator in ["+", "-", "*", "/", "//", "%", "**"]:
    attempt("int " + operator, lambda: change(i.copy(), operator, 0.5))
attempt("divide", lambda: change(i.copy(), "/", 2))
attempt("floats", lambda: change(i.copy(), "+", np.array([0.5, 1, 2])))
attempt("scalar", lambda: change(i.copy(), "+", np.float64(2)))
attempt("truths", lambda: change(truths.copy(), "+", 1))
attempt("truths", lambda: change(truths.copy(), "|", 2))
attempt("single", lambda: change(np.zeros(3, dtype=np.float32), "+", np.ones(3)))
attempt("shape", lambda: change(i.copy(), "+", np.zeros((2, 3), dtype=int)))
attempt("shape", lambda: change(a.copy(), "*", np.ones((2, 2, 3))))
attempt("shapes", lambda: change(i.copy(), "+", [1, 2]))
attempt("shapes", lambda: change(i.copy(), "+", [1.5, 2.5]))
attempt("shapes", lambda: a + np.zeros(2))
attempt("shapes", lambda: np.zeros((4, 2)) * np.zeros((3, 1)))
attempt("shapes", lambda: a < np.zeros((3, 3)))
try:
    i += 0.5
except TypeError as error:
    print(type(error).__name__, error, i)

# Numbers from arrays.
for array in [np.array(2), np.array(2.75), np.zeros(2), np.zeros((2, 2)), np.zeros(0)]:
    for convert in [float, int, bool, "{:.2f}".format, math.sqrt, math.exp, lambda x: "%.2f" % x, lambda x: "abcde"[x], range]:
        attempt(f"{array.shape}", lambda: convert(array))

# Shapes that do not hold the elements.
for shape in [(4,), (4, 2), (-1, 4), (4, -1), (5, -1, 2), (-1, -1)]:
    attempt("reshape", lambda: a.reshape(shape))
attempt("stack", lambda: np.stack([]))
attempt("concatenate", lambda: np.concatenate([]))
