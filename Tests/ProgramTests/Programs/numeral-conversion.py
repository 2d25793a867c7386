def to_base(n, base):
    digits = ""
    while True:
        n, d = divmod(n, base)
        digits = "0123456789abcdef"[d] + digits
        if n == 0:
            return digits


def roman(n):
    out = ""
    for value, letters in [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]:
        while n >= value:
            out += letters
            n -= value
    return out


print([to_base(n, 2) for n in range(9)], to_base(255, 16), to_base(0, 7))
print([roman(n) for n in range(1, 15)])
print([int(to_base(n, 16), 16) == n for n in (0, 9, 4095)])
for n in range(1, 16):
    print("FizzBuzz" if n % 15 == 0 else "Fizz" if n % 3 == 0 else "Buzz" if n % 5 == 0 else n, end=" ")
print()
collatz = 27
steps = 0
while collatz != 1:
    collatz = collatz // 2 if collatz % 2 == 0 else 3 * collatz + 1
    steps += 1
print(steps)
