"""Integers and floats: division, rounding, limits, infinities, conversions, and formatting."""
import math
import sys

for a, b in ((7, 2), (-7, 2), (7, -2), (-7, -2), (7.5, 2), (-7.5, 2)):
    print(f"{a:>5} {b:>3} {a / b:>7} {a // b:>5} {a % b:>5} {divmod(a, b)} {math.fmod(a, b)} {int(a / b)}")
print([round(n) for n in (0.5, 1.5, 2.5, -0.5)], round(2.675, 2), round(1e20), round(1234, -2), round(-1.55, 1), math.floor(-2.5), math.ceil(-2.5))
print(0.1 + 0.2, 1e16 + 1, 1e308 * 10, -1e308 * 10, float("inf") - float("inf"), 5 // 0.3, 2 ** 0.5, 2 ** -1, 8 ** (1 / 3))
print(2 ** 100, -(2 ** 64) // 3, 10 ** 20 % 7, pow(3, 200, 13), pow(3, -1, 7), (2 ** 70).bit_length(), int("9" * 30) + 1, hash(2 ** 61 - 1), 1_000_000)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.maxsize, sys.float_info.min)
print(int(3.99), int(-3.99), int("  42 "), float(" 1e-3 "), float("nan"), int(True), float("1_0.5"), bool(0.0))
for value in (1.0, 0.1, 1e22, 1e21, 123456789.123456789, 1e-5, 0.0001, 5e-324, -0.0, 1 / 3, 100.0, 1e16, 12345678901234567.0):
    print(value, f"{value:g}", f"{value:.3e}", f"{value:.2f}" if value < 1e10 else "-", str(value) == repr(value))
for action in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 0 ** -1, lambda: int("1.5"), lambda: int(float("nan")), lambda: int(float("inf")), lambda: float("x"), lambda: 2.0 ** 10000, lambda: 10 ** 400 / 3, lambda: "5" + 5, lambda: "5" * 2.0, lambda: round("1"), lambda: divmod(1, 0.0), lambda: 1 << -1, lambda: math.exp(1000)):
    try:
        print(action())
    except (ArithmeticError, ValueError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")
print((1.5).is_integer(), (2.0).is_integer(), (0.5).as_integer_ratio(), (255).to_bytes(2, "little"), (10).conjugate(), (3).real, (3).imag, (-5).__abs__(), 5 .bit_count())
print(f"{12345.6789:,.2f} {12345.6789:015.1f} {0.000123:.1e} {1e6:g} {255:#010x} {-5:=+6d} {42:^8}| {True:d} {3.0:.0f} {1234567890:,} {0.5:.0%}")
total, correction = 0.0, 0.0
for value in [0.1] * 10:
    adjusted = value - correction
    fresh = total + adjusted
    correction, total = (fresh - total) - adjusted, fresh
print(total, math.fsum([0.1] * 10), sum([0.1] * 10), math.nextafter(1, 2), math.ulp(1.0), 3 < 3.5 < 4, 10 ** 16 + 0.5 == 10 ** 16)
