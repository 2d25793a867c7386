def mean(v):
    return sum(v) / len(v)


def variance(v):
    m = mean(v)
    return sum((x - m) ** 2 for x in v) / len(v)


def median(v):
    v = sorted(v)
    n = len(v)
    return v[n // 2] if n % 2 else (v[n // 2 - 1] + v[n // 2]) / 2


data = [2, 4, 4, 4, 5, 5, 7, 9]
print(mean(data), variance(data), variance(data) ** 0.5, median(data), median([3, 1, 2]))
histogram = {}
for d in data:
    histogram[d] = histogram.get(d, 0) + 1
for value in sorted(histogram):
    print(f"{value:>3} {'#' * histogram[value]:<5}| {histogram[value] / len(data):6.1%}")
running = []
total = 0
for i, d in enumerate(data, start=1):
    total += d
    running.append(round(total / i, 3))
print(running)
