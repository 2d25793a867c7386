"""Prints random cases of formatting and reading numbers, with CPython's answers: python3 formats.py SEED COUNT

One case a line, fields separated by tabs: kind, format or nothing, argument, answer. Kinds: `f` format a float (its bits),
`i` an integer, `s` a text; `r` repr of a float (bits); `p` the bits of a decimal read. The answer to a wrong format is ERROR.
"""
import random, struct, sys
from fractions import Fraction

rnd = random.Random(int(sys.argv[1]))

def bits(x): return struct.unpack("<Q", struct.pack("<d", x))[0]
def from_bits(n): return struct.unpack("<d", struct.pack("<Q", n))[0]

SPECIAL = [0.0, -0.0, 0.5, 1.5, 2.5, 0.125, -0.0004, 1e16, 1e15, 123456.0, 999999.5, 9.5, 0.05, 1e-5, 1e-4, 5e-324, 1e22, 1e23,
           float("inf"), float("-inf"), float("nan"), 1.7976931348623157e308, 2.2250738585072014e-308]

def number():
    kind = rnd.randrange(8)
    if kind == 0: x = from_bits(rnd.getrandbits(64))
    elif kind == 1: x = rnd.gauss(0, 1)
    elif kind == 2: x = round(rnd.uniform(-1000, 1000), rnd.randrange(6))
    elif kind == 3: x = float(rnd.randrange(-10 ** 17, 10 ** 17) // 10 ** rnd.randrange(17))
    elif kind == 4: x = rnd.choice(SPECIAL)
    elif kind == 5: x = 2.0 ** rnd.randrange(-1074, 1024) * rnd.choice([1, -1])
    elif kind == 6: x = rnd.uniform(-1, 1) * 10.0 ** rnd.randrange(-12, 20)
    else: x = rnd.randrange(-10 ** 6, 10 ** 6) / 2 ** rnd.randrange(12)  # ties
    return x if x == x else float("nan")

def spec(types):
    s = ""
    if rnd.random() < .3: s += rnd.choice(["*", "x", "é", "0", "<", " "]) + rnd.choice("<>=^")
    elif rnd.random() < .3: s += rnd.choice("<>=^")
    if rnd.random() < .4: s += rnd.choice("+- ")
    if rnd.random() < .1: s += "z"
    if rnd.random() < .2: s += "#"
    if rnd.random() < .2: s += "0"
    if rnd.random() < .4: s += str(rnd.randrange(1, 30))
    if rnd.random() < .3: s += rnd.choice(",_")
    if rnd.random() < .5: s += "." + str(rnd.randrange(0, rnd.choice([4, 8, 25])))
    if rnd.random() < .85: s += rnd.choice(types)
    return s

def answer(value, s):
    try: return format(value, s)
    except (ValueError, OverflowError): return "ERROR"

def decimal():
    kind = rnd.randrange(4)
    if kind == 0: return repr(abs(number()))
    if kind == 1:  # the middle between two doubles, and just beside it
        n = rnd.getrandbits(62)
        middle = (Fraction(from_bits(n)) + Fraction(from_bits(n + 1))) / 2
        places = middle.denominator.bit_length() - 1
        digits = middle.numerator * 5 ** places
        return f"{digits * 10 + rnd.choice([0, 0, 1, -1])}e{-places - 1}"
    if kind == 2: return f"{rnd.getrandbits(rnd.randrange(1, 90))}e{rnd.randrange(-345, 320)}"
    return f"{rnd.getrandbits(40)}.{rnd.getrandbits(60)}e{rnd.randrange(-330, 300)}"

out = []
while len(out) < int(sys.argv[2]):
    kind = rnd.choice("fffffiisrp")
    s, argument, want = "", None, None
    if kind == "f":
        x, s = number(), spec("eEfFgGn%eEfFgGn%dxs")
        argument, want = bits(x), answer(x, s)
    elif kind == "i":
        argument, s = rnd.choice([rnd.randrange(-10 ** 17, 10 ** 17) // 10 ** rnd.randrange(17), rnd.randrange(-3, 300)]), spec("bdoxXncdbdoxXefgG%s")
        want = answer(argument, s)
    elif kind == "s":
        argument, s = "".join(rnd.choice("abé日 ") for _ in range(rnd.randrange(6))), spec("ssssd")
        want = answer(argument, s)
    elif kind == "r":
        x = number()
        argument, want = bits(x), repr(x)
    else:
        argument = decimal()
        if "inf" in argument or "nan" in argument: continue
        want = bits(float(argument))
    line = f"{kind}\t{s}\t{argument}\t{want}"
    if all(c not in line for c in "\n\r\0\v\f\x1c\x1d\x1e\x85\u2028\u2029") and line.count("\t") == 3: out.append(line)
sys.stdout.reconfigure(encoding="utf-8")
print("\n".join(out))
