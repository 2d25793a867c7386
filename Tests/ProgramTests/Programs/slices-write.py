s = list(range(6))
s[1:3] = ["a", "b", "c"]
print(s)
s[:0] = [-1]
print(s)
s[len(s):] = [9, 10]
print(s)
s[2:5] = []
print(s)
s[::2] = [0] * len(s[::2])
print(s)
try:
    s[::2] = [1]
except ValueError as e:
    print(e)
s[1:1] = "xy"
print(s)
s[:] = s[::-1]
print(s)
t = s
s[:] = [1]
print(t)
s[0:1] = (x * x for x in range(3))
print(t)
t[1:2] *= 2
print(t)
