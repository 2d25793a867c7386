a = [1]
b = a
a += [2]
print(a, b, a is b)
a = a + [3]
print(a, b, a is b)
b *= 2
print(b)
t = (1,)
u = t
t += (2,)
print(t, u)
s = "x"
s += "y"
s *= 3
print(s)
n = 7
n //= 2
n **= 3
n %= 10
n <<= 2
n |= 1
n ^= 5
n &= 12
n >>= 1
n -= 9
n /= 2
print(n)
d = {"k": [1]}
d["k"] += [2]
d["n"] = d.get("n", 0)
d["n"] += 5
print(d)
x = [[0] * 2] * 2
x[0][0] += 1
print(x)
a += "bc"
print(a)
