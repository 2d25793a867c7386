def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


def fib(n, memo={0: 0, 1: 1}):
    if n not in memo:
        memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]


def hanoi(n, a, b, c, moves):
    if n:
        hanoi(n - 1, a, c, b, moves)
        moves.append(a + c)
        hanoi(n - 1, b, a, c, moves)
    return moves


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


print([factorial(n) for n in range(13)])
print([fib(n) for n in (10, 20, 80, 90)])
print(hanoi(3, "A", "B", "C", []), len(hanoi(8, "A", "B", "C", [])))
print(ackermann(2, 5))
