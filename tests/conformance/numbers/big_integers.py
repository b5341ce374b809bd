"""Integers have no limit."""
big = 2 ** 100
print(big, -big, big + 1, big * big, big // 7, big % 7, -big // 7, -big % 7)
print(big >> 90, 1 << 70, big & (big - 1), big | 1, big.bit_length(), ~big)
print(10 ** 30 // 10 ** 28, 9223372036854775807 + 1, -9223372036854775808 - 1)
print(9223372036854775807 * 2, 4611686018427387904 * 2, -(-9223372036854775808))
print(hex(big), f"{big:,}", int("123456789012345678901234567890") + 1)
print(big == float(big), big > 1e30, big < 1e31, big / 2 ** 99, hash(big) == hash(2.0 ** 100))
print(divmod(-10 ** 20, 3), (10 ** 20) ** 2, 3 ** 50 - 3 ** 49, int(1e20), round(10 ** 20 + 5, -1))
