def matmul(a, b):
    return [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]


def identity(n):
    return [[1 if i == j else 0 for j in range(n)] for i in range(n)]


def power(m, n):
    if n == 0:
        return identity(len(m))
    half = power(m, n // 2)
    full = matmul(half, half)
    return matmul(full, m) if n % 2 else full


a = [[1, 2], [3, 4]]
b = [[0.5, -1], [2, 0.25]]
print(matmul(a, b), matmul(b, a), matmul([[1, 2, 3]], [[1], [2], [3]]))
print(power([[1, 1], [1, 0]], 50)[0][1], power(a, 5))
det = lambda m: m[0][0] if len(m) == 1 else sum(
    (-1) ** j * m[0][j] * det([row[:j] + row[j + 1:] for row in m[1:]]) for j in range(len(m)))
print(det([[2, 0, 1], [1, 3, 2], [1, 1, 1]]), det(a))
