text = """one fish
two fish
  red fish, blue fish
"""
lines = text.splitlines()
print(len(lines), [len(line) for line in lines], [line.strip() for line in lines])
words = text.replace(",", "").split()
print(words, len(set(words)))
for n, line in enumerate(lines, 1):
    print(f"{n:02}: {line.strip():<22}|")
print(" ".join(w.capitalize() for w in words), text.count("fish"))


def caesar(s, k):
    out = ""
    for c in s:
        if c.isalpha():
            base = ord("A") if c.isupper() else ord("a")
            out += chr((ord(c) - base + k) % 26 + base)
        else:
            out += c
    return out


print(caesar("Hello, World", 3), caesar(caesar("Hello, World", 3), -3))
print("".join(reversed("abc")), "level" == "level"[::-1], "%-10s|" % "left", "tab\tbed".split("\t"))
