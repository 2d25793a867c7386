# What cannot be spread by * and ** says so in words that depend on where it stands.
class A:
    def f(self, *rest):
        return rest


def f(*rest, **named):
    return rest, named


attempts = [
    lambda: [*5],
    lambda: (1, *5),
    lambda: {*5},
    lambda: [1, *None],
    lambda: {**5},
    lambda: {"a": 1, **[2]},
    lambda: f(*5),
    lambda: f(**5),
    lambda: f(*5, **6),
    lambda: f(1, *5),
    lambda: f(*5, 1),
    lambda: f(1, *5, **6),
    lambda: f(*[1], **5),
    lambda: f(*5, a=1),
    lambda: f(**{1: 2}),
    lambda: f(**{"a": 1}, **{"a": 2}),
    lambda: A().f(1, *2.5),
    lambda: print(*5),
    lambda: max(*5),
    lambda: dict(**5),
    lambda: int(*5),
    lambda: ValueError(*5),
    lambda: (lambda: 1)(*5),
    lambda: "abc".split(1),
    lambda: "abc".rsplit(["a"]),
]
for attempt in attempts:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)

print(1, 2, flush=True, end="\n")
print("done", flush=False)
