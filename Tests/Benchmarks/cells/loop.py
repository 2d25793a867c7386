COUNT = 0

def collatz(limit):
    longest, start = 0, 1
    for first in range(1, limit):
        n = first
        steps = 0
        while n != 1:
            if n % 2 == 0:
                n = n // 2
            else:
                n = 3 * n + 1
            steps += 1
        if steps > longest:
            longest, start = steps, first
    return longest, start

def descent(steps):
    x, y, rate = 4.0, -3.0, 0.001
    for step in range(steps):
        gradient_x = 6 * x + 2 * y
        gradient_y = 2 * x
        x = x - rate * gradient_x
        y = y - rate * gradient_y
    return x, y

for repetition in range(COUNT):
    result = collatz(300), descent(20000)

if COUNT > 0:
    print(result)
