def apply_n(f, n):
    def g(x):
        for _ in range(n):
            x = f(x)
        return x
    return g


table = {n: apply_n(lambda x: x * 2, n) for n in range(4)}
print({n: f(1) for n, f in table.items()})
pipeline = [str.strip, str.lower, lambda s: s.replace(" ", "_"), len]
value = "  Some Title "
for f in pipeline:
    value = f(value)
    print(repr(value))
memo_calls = []


def memoise(f):
    known = {}

    def g(*args):
        if args not in known:
            memo_calls.append(args)
            known[args] = f(*args)
        return known[args]
    return g


slow = memoise(lambda a, b: a ** b)
print(slow(2, 3), slow(2, 3), slow(3, 2), memo_calls)
print(list(map(lambda f: f(-2), [abs, str, bool, float, lambda x: x // 3])))
