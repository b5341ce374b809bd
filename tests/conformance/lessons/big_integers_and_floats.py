"""Integers without limit, floats with their limits, and the conversions between them."""
from math import comb, factorial, gcd, isqrt, lcm, perm, prod

print(2 ** 100, -2 ** 63, 10 ** 30 // 7, 10 ** 30 % 7, -10 ** 20 // 3, -10 ** 20 % 3, divmod(-7, 2), divmod(7, -2))
print(factorial(30), comb(50, 25), perm(10, 3), gcd(2 ** 40, 6 ** 20), lcm(12, 18, 20), isqrt(10 ** 40), prod(range(1, 20)))
print(pow(3, 10 ** 6, 1000007), pow(3, -1, 11), (123456789 ** 5).bit_length(), (255).bit_count(), hex(2 ** 70), bin(-10), oct(511), int("ff" * 10, 16), int("0b101", 0), int("1_000"), int(" -42 "))
print(1 << 80, (1 << 80) >> 75, -1 >> 3, 5 & -2, 5 | -8, 5 ^ 2 ** 65, ~(2 ** 64), 0xFF_FF, 0b1010, 0o17, 1_000_000)
print(f"{2 ** 100:,} {2 ** 100:_} {2 ** 100:e} {2 ** 100:.3g} {2 ** 64:x} {10 ** 18:>25,}|")
print(0.1 + 0.2, 0.1 + 0.2 == 0.3, round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(12345, -2), round(0.5), round(1e20))
print(1e16, 1e15, 123456789012345680.0, 1e-5, 0.0001, 1.0, 1e22, 1e23, 5e-324, 1.7976931348623157e308, -0.0, float("inf"), float("-inf"), float("nan"), 1e400)
print((0.1).as_integer_ratio(), (2.5).is_integer(), (3.0).is_integer(), (0.5).hex(), float.fromhex("0x1.8p1"), 7 // 2.0, -7 // 2.0, 7 % -2.5, divmod(7.5, 2), 2 ** 0.5, 2 ** -1, (-8) ** 2)
print(int(3.99), int(-3.99), int(1e20), float(2 ** 53 + 1), 2 ** 53 + 1 == float(2 ** 53 + 1), 10 ** 400 > 1e308, 1e308 * 10, int("9" * 30) + 1, 3 == 3.0, hash(3) == hash(3.0), hash(2 ** 61 - 1), hash(-1), hash(0.5))
print(True + True, True * 5, sum([True, False, True]), int(True), 7 / 2, 8 / 2, 10 ** 20 / 10 ** 10, 1 / 3, 2 / 3, 1e10 / 3, 100 * 1.1, 3 * 0.1, 1.1 + 2.2, sum([0.1] * 10))
nan = float("nan")
print(nan == nan, nan in [nan], nan != nan, min(1, nan), max(nan, 1), sorted([3, 1.5, 2]), abs(-5), abs(-2.5), 5 .real, (5).numerator, (2.5).real)


def digits(n):
    return [int(d) for d in str(n)]


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


print(fibonacci(300), sum(digits(2 ** 1000)), len(str(factorial(200))), sum(map(int, str(factorial(100)))))
print(all(pow(2, p - 1, p) == 1 for p in (3, 5, 7, 11, 13)), [n for n in range(2, 50) if all(n % d for d in range(2, isqrt(n) + 1))])
for wrong in (lambda: 1 / 0, lambda: 10 ** 400 / 3.0, lambda: float(10 ** 400), lambda: 1.5 ** 10000, lambda: int(nan), lambda: int(float("inf")), lambda: pow(2, -1, 4), lambda: 1 << -1,
              lambda: int("12", 37), lambda: int("z", 10), lambda: round(1, 2.5), lambda: factorial(-1), lambda: isqrt(-1), lambda: (-1) .to_bytes(2, "big"), lambda: "%d" % nan, lambda: pow(2, 3, 0), lambda: range(1.5), lambda: [1] * 2.0,
              lambda: float("abc"), lambda: float(""), lambda: int(""), lambda: int("1__0"), lambda: 5 % "a", lambda: "a" % 5, lambda: 2 ** "a", lambda: factorial(2.5), lambda: int("٣") and gcd(1.5, 2)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, "-", error)
