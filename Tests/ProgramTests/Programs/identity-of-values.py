import math
import numpy as np

nan, other = float("nan"), float("nan")
print(nan is nan, nan == nan, nan is other)
print(nan in [nan], nan in [other], nan in (other, nan))
print([nan] == [nan], [nan] == [other], (1, nan) == (1, nan), {"k": nan} == {"k": nan})
print([nan, 1].index(nan), [other, nan].index(nan), [nan, other, nan].count(nan))
print({nan: 1}[nan], {nan: 1}.get(other), len({nan, other}), len({nan, nan}))
print(math.nan is math.nan, np.nan is np.nan, math.nan is np.nan, math.nan in [np.nan])

pair = (1, 2)
same, made = pair, tuple([1, 2])
print(same is pair, made is pair, made == pair, () is (), pair is not made)
print(pair is tuple(pair), [pair][0] is pair, {"k": pair}["k"] is pair)

numbers, half = range(3), slice(1, 2)
print(numbers is numbers, half is half)
array = np.arange(3)
largest = array.max()
print(largest is largest, largest in [largest], array is array, array[:] is array)
bad = np.float64("nan")
print(bad is bad, bad in [bad], [bad] == [bad], bad == bad)
