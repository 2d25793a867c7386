words = ["banana", "Apple", "cherry", "apple"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), max(words), min(words, key=lambda w: w[-1]))
print("a" < "B", "a" < "aa", "" < "a", "Z" < "a", "10" < "9", "abc" == "ab" + "c", "é" > "z")
print("banana".count("an"), "banana".count(""), "aaa".count("aa"), "banana".find("an", 2), "banana".rfind("an"))
print({c: "banana".count(c) for c in sorted(set("banana"))})
print("a-b_c".replace("-", " ").replace("_", " ").split(), "x".join("abc"), "ab" in "cab", "" in "x")
print([w[::-1] for w in words], [w[0].upper() + w[1:] for w in words], "abc"[1:][:1])
s = "hello"
print(s[0], s[-1], s[1:3] * 2, s.upper().lower() == s, s.index("l"), [i for i, c in enumerate(s) if c == "l"])
try:
    s[0] = "j"
except TypeError as e:
    print(e)
print("%s" % (1,), "%r %5.2f %3d%%" % ("q", 2.345, 7), "abc".translate if False else "ok")
