"""So is the error that was being handled."""


def risky():
    return 1 / 0

try:
    risky()
except ZeroDivisionError:
    int("not a number")
