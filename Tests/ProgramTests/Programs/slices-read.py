s = list(range(10))
print(s[2:5], s[:3], s[7:], s[:], s[::2], s[1::3], s[::-1], s[8:2:-2], s[-3:], s[:-7])
print(s[20:], s[-20:3], s[5:2], s[2:-2:3], s[-1:-4:-1])
t = (1, 2, 3, 4)
print(t[1:], t[::-1], t[3:1])
w = "abcdefg"
print(w[1:4], w[::-1], w[::3], w[-2:], w[:0] == "")
try:
    s[::0]
except ValueError as e:
    print(e)
print(range(10)[2:8:3], list(range(10)[::-3]))
i = 4
print(s[:i] + s[i:] == s, s[i - 1:i + 2])
