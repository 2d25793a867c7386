def countdown(n):
    print("start")
    while n > 0:
        yield n
        n -= 1
    print("end")


for x in countdown(3):
    print(x)
print(list(countdown(2)))
g = countdown(1)
print(next(g))
print(next(g, "nothing"))
print(next(g, "still nothing"))
try:
    next(g)
except StopIteration:
    print("exhausted")
