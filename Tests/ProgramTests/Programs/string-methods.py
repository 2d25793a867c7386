s = "  Hello, World  "
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()), s.strip().lower(), s.upper(), s.swapcase())
t = "the quick brown fox"
print(t.split(), t.split("q"), t.split(" ", 1), t.title(), t.capitalize(), t.replace("o", "0"), t.replace("o", "0", 1))
print(t.find("quick"), t.find("zz"), t.index("b"), t.count("o"), t.startswith("the"), t.endswith(("x", "y")))
print("-".join(["a", "b"]), ",".join(str(i) for i in range(4)), "".join([]))
print("abc".isalpha(), "123".isdigit(), "a1".isalnum(), " ".isspace(), "ABC".isupper(), "Ab".islower())
print("a,b,,c".split(","), "a  b".split(), "".split(), "".split(","), "x=1=2".partition("="), "x=1=2".rpartition("="))
print("7".zfill(3), "ab".center(6, "*"), "ab".ljust(4) + "|", "ab".rjust(4), "line1\nline2\n".splitlines())
print("xxabcxx".strip("x"), "abc"[::-1], "abc" * 2, "b" in "abc", "ab" < "b", "Z" < "a", ord("a"), chr(98))
print("prefix-body".removeprefix("prefix-"), "file.py".removesuffix(".py"), "a\tb".expandtabs(4))
print(max("hello"), sorted("hello"), list("abc"), len("日本"), "日本"[1], "é".upper())
