import math


def distance(a, b):
    return math.sqrt(sum((x - y) ** 2 for x, y in zip(a, b)))


def classify(point, examples, k=3):
    near = sorted(examples, key=lambda e: distance(point, e[0]))[:k]
    votes = {}
    for _, label in near:
        votes[label] = votes.get(label, 0) + 1
    return max(votes, key=votes.get)


examples = [((1, 1), "red"), ((1, 2), "red"), ((5, 5), "blue"), ((6, 5), "blue"), ((2, 1), "red")]
for p in [(0, 0), (5, 6), (3, 3)]:
    print(p, classify(p, examples), [round(distance(p, e[0]), 4) for e in examples])
print(classify((4, 4), examples, k=1), distance((0, 0), (3, 4)))
