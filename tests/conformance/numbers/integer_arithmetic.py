"""Floor division and remainder follow the sign of the divisor."""
for a, b in ((7, 2), (-7, 2), (7, -2), (-7, -2), (0, 5)):
    print(a // b, a % b, divmod(a, b), a / b)
print(2 ** 10, 2 ** -1, (-2) ** 3, -2 ** 2, 0 ** 0, pow(3, 4, 5), pow(3, -1, 7))
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, -9 >> 1, True + True)
print(int("ff", 16), int("0b11", 0), int(" 12 "), int(-3.9), int("1_000"))
print(0xff, 0o17, 0b101, 1_000_000, (5).bit_length(), abs(-3), round(1234, -2))
