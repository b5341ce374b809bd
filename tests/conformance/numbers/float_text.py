"""Floats print with the shortest digits that read back."""
print(0.1, 0.1 + 0.2, 1.0, 100.0, 1e15, 1e16, 1.5e16, 123456789012345680.0)
print(1e-4, 1e-5, 1.5e-7, 5e-324, 1.7976931348623157e308, -0.0, 2.50)
print(float("inf"), -float("inf"), float("nan"), 1 / 3, 2 / 3, 1e22, 1e23)
print(float("1e3"), float(" 2.5 "), float(7), str(1e100), repr(0.5), 3.0 == 3)
print(7.0 // 2, -7.0 // 2, 7.5 % 2, -7.5 % 2, 2.0 ** 0.5, divmod(7.5, 2), 1e308 * 10)
