def guarded(n):
    try:
        for i in range(n):
            try:
                yield i
            finally:
                print("after", i)
    finally:
        print("done")


for x in guarded(3):
    print("got", x)


def failing():
    yield 1
    raise ValueError("inside")


try:
    for x in failing():
        print(x)
except ValueError as error:
    print("caught", error)


def catching():
    for text in ["1", "x", "3"]:
        try:
            yield int(text)
        except ValueError:
            yield None


print(list(catching()))
