import math
from math import floor as down, ceil

print(math.pi, math.e, math.tau, math.inf, math.nan, -math.inf)
print(math.sqrt(16), math.sqrt(2), math.floor(-2.5), math.ceil(2.1), math.trunc(-2.7), down(1.9), ceil(0.1))
print(math.factorial(10), math.gcd(48, 18), math.comb(5, 2), math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan))
print(math.hypot(3, 4), math.fabs(-2), math.copysign(1, -0.0), math.fmod(-7, 3), math.fsum([0.1] * 10))
print(math.pow(2, 0.5), math.log(8, 2), math.log2(8), math.log10(1000), math.exp(0), math.degrees(math.pi))
for f in [lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.exp(1000), lambda: math.nothing]:
    try:
        f()
    except (ValueError, OverflowError, AttributeError) as e:
        print(type(e).__name__, e)
