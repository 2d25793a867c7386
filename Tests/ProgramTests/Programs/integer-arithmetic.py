for a in (7, -7):
    for b in (2, -2, 3, -3):
        print(a, b, a // b, a % b, divmod(a, b), a - b * (a // b) == a % b)
print(7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2, divmod(-7.5, 2))
print(2 ** 10, 2 ** -1, (-2) ** 3, -2 ** 2, 0 ** 0, 10 ** 18)
print(1 << 20, -9 >> 1, 5 & 3, 5 | 3, 5 ^ 3, ~5, -5 & 0xFF)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2))
print(int(-3.9), int("  -42 "), int("ff", 16), int("0b101", 2), abs(-5), pow(3, 4, 5))
print(True + True, True * 3, sum([True, False, True]), 5 // True)
print(9223372036854775807, -9223372036854775807 - 1, 3037000499 ** 2)
print(hex(255), oct(8), bin(-5), 0x1F, 0o17, 0b11, 1_000_000)
