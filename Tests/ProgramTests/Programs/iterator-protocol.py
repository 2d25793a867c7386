class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


c = Countdown(3)
print(next(c), list(c), list(c))
print(sum(Countdown(4)), [a + b for a, b in zip(Countdown(3), Countdown(2))])
a, *b = Countdown(4)
print(a, b)
it = iter([1, 2, 3])
print(next(it), list(it), next(it, None))
for x in Countdown(2):
    for y in Countdown(2):
        print(x, y)
try:
    iter(5)
except TypeError as error:
    print(error)
