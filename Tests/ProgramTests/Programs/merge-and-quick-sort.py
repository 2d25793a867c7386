def merge_sort(a):
    if len(a) < 2:
        return a
    m = len(a) // 2
    left, right, out = merge_sort(a[:m]), merge_sort(a[m:]), []
    while left and right:
        out.append(left.pop(0) if left[0] <= right[0] else right.pop(0))
    return out + left + right


def quick_sort(a):
    if not a:
        return []
    p, *rest = a
    return quick_sort([x for x in rest if x < p]) + [p] + quick_sort([x for x in rest if x >= p])


seed = 7
numbers = []
for _ in range(30):
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    numbers.append(seed % 100)
print(numbers)
print(merge_sort(numbers) == quick_sort(numbers) == sorted(numbers), quick_sort(numbers))
