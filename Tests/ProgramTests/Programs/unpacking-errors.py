def attempt(f):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


def short():
    a, b, c = [1, 2]


def long():
    a, b = [1, 2, 3]


def starred():
    a, b, *c = [1]


def number():
    a, b = 5


def nothing():
    a, b = None


for f in [short, long, starred, number, nothing]:
    attempt(f)


def loop():
    for a, b in [(1, 2), (3, 4, 5)]:
        print(a, b)


attempt(loop)
