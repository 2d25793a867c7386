def worker(name, n):
    for i in range(n):
        yield f"{name}{i}"


tasks = [worker("a", 3), worker("b", 1), worker("c", 2)]
while tasks:
    task = tasks.pop(0)
    step = next(task, None)
    if step is None:
        continue
    print(step, end=" ")
    tasks.append(task)
print()


def chain(*sources):
    for source in sources:
        for item in source:
            yield item


print(list(chain("ab", [1, 2], worker("w", 2), {"k": 0})))
def windows(items, size):
    for i in range(len(items) - size + 1):
        yield tuple(items[i:i + size])
print(list(windows([1, 2, 3, 4], 2)), list(windows([1], 2)))
