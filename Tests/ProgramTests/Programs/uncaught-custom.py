class Stop(Exception):
    pass


def run(n):
    try:
        if n > 2:
            raise Stop(f"at {n}")
        print("n is", n)
    finally:
        print("leaving", n)


n = 0
while True:
    run(n)
    n += 1
