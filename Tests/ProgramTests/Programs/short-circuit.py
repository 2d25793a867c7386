def t(x):
    print("t", x)
    return x


print(t(0) or t("") or t("last") or t("never"))
print(t(1) and t([]) and t("never"))
print(t(1) or t(2) and t(3))
print(not t(0) and t(2))
print(t(None) or t({}) or t(()))
print((t(0) and t(1)) or t(5))
a = None
b = a or "default"
c = a and a.missing
print(b, c)
print(1 if t(0) else 2 if t(1) else 3)
print([] or {} or 0.0 or "" or None)
print(any(t(x) for x in [0, 2, 3]), all(t(x) for x in [1, 0, 3]))
