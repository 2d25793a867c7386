numbers = [3, 1, 2]


def meddles(x):
    numbers.append(x)
    return x


try:
    numbers.sort(key=meddles)
except ValueError as error:
    print(error, numbers)

seen = []
letters = ["b", "a", "c"]


def looks(letter):
    seen.append(list(letters))
    return letter


letters.sort(key=looks)
print(seen, letters)


def fails(x):
    if x == 2:
        raise RuntimeError("two")
    return -x


numbers = [3, 1, 2]
try:
    numbers.sort(key=fails)
except RuntimeError as error:
    print(error, numbers)

for items in [[3, 1, "a", 2], ["a", 1], [1, 2, None, 0], [2, 3, 1, [], 0]]:
    for reverse in [False, True]:
        mixed = list(items)
        try:
            mixed.sort(reverse=reverse)
        except TypeError as error:
            print(error, mixed)
        try:
            sorted(items, reverse=reverse)
        except TypeError as error:
            print(error)


class Told:
    asked = []

    def __init__(self, rank, name):
        self.rank = rank
        self.name = name

    def __lt__(self, other):
        Told.asked.append(self.name + other.name)
        return self.rank < other.rank

    def __repr__(self):
        return self.name


for ranks in [[2, 1, 3, 1], [1, 2, 3], [3, 2, 1], [1, 1, 1], [5, 4, 6, 2, 9, 1, 3]]:
    for reverse in [False, True]:
        things = [Told(rank, name) for rank, name in zip(ranks, "abcdefg")]
        print(sorted(things, reverse=reverse), Told.asked)
        Told.asked = []

rows = [("b", 2), ("a", 2), ("c", 1)]
print(sorted(rows, key=lambda row: row[1]), sorted(rows, key=lambda row: row[1], reverse=True))
