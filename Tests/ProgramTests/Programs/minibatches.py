import numpy as np

data = np.arange(20).reshape(10, 2)
rng = np.random.default_rng(1)
order = rng.permutation(len(data))
print(order)
for start in range(0, len(data), 4):
    batch = data[order[start:start + 4]]
    print(batch.shape, batch.sum(axis=0), batch[:, 0].tolist())


def batches(items, size):
    for i in range(0, len(items), size):
        yield items[i:i + size]


print([b.tolist() for b in batches(np.arange(7), 3)], list(batches("abcdefg", 3)))
train, test = data[:8], data[8:]
train[0, 0] = -1
print(data[0], test.mean())
