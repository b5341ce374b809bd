"""round goes to even on a tie; with digits it rounds the true value."""
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4, 2.6)])
print(round(2.675, 2), round(1.005, 2), round(0.125, 2), round(1234.5678, -2))
print(round(5, 1), round(15, -1), round(25, -1), round(-15, -1), round(1e20, 2))
print(f"{0.5:.0f} {1.5:.0f} {2.5:.0f} {2.675:.2f} {0.125:.2f} {1e-10:.5f}")
print(round(3.7), type(round(3.7)), type(round(3.7, 0)), int(3.7), -int(3.7))
for bad in (lambda: round(float("nan")), lambda: round(float("inf")), lambda: round("x")):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
