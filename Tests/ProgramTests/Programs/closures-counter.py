def make_counter(start):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


a = make_counter(10)
b = make_counter(0)
print(a(), a(), a(5))
print(b(), a(), b(2))
