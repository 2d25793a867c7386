print((lambda: 42)(), (lambda x, y=2: x * y)(3), (lambda *a: a)(1, 2), (lambda **k: k)(a=1))
print(sorted(["bb", "a", "ccc"], key=lambda s: -len(s)))
print(list(map(lambda x, y: x + y, [1, 2], [10, 20])), list(filter(lambda x: x > 1, [0, 1, 2])))
ops = [lambda x: x + 1, lambda x: x * x, lambda x: -x]
print([f(3) for f in ops])
fact = lambda n: 1 if n <= 1 else n * fact(n - 1)
print(fact(10))
print((lambda f: f(f))(lambda g: "self"))
nested = lambda a: lambda b: lambda c: a + b + c
print(nested(1)(2)(3))
print(max([(1, "z"), (2, "a")], key=lambda p: p[1]), min("hello", key=lambda c: ord(c)))
flag = True
pick = (lambda: "yes") if flag else (lambda: "no")
print(pick(), (lambda x: x if x else "empty")(""))
