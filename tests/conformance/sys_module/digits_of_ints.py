# How many digits an int may have as text, and what C's ints refuse.
import sys


def attempt(compute):
    try:
        print(compute())
    except (OverflowError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


attempt(lambda: len(str(10 ** 5000)))
attempt(lambda: sys.get_int_max_str_digits())
sys.set_int_max_str_digits(0)
attempt(lambda: (len(str(10 ** 5000)), int('1' * 5000) % 97, sys.get_int_max_str_digits()))
sys.set_int_max_str_digits(maxdigits=640)
attempt(lambda: len(str(10 ** 639)))
attempt(lambda: len(f'{10 ** 700}'))
attempt(lambda: int('1' * 700))
for digits in (5, -1, 'many', 10 ** 20, 1.5):
    attempt(lambda: sys.set_int_max_str_digits(digits))
attempt(sys.set_int_max_str_digits)
for compute in (lambda: chr(2 ** 70), lambda: 'a\tb'.expandtabs(2 ** 70), lambda: b'\t'.expandtabs(-2 ** 40),
                lambda: 'a\nb'.splitlines(2 ** 40), lambda: b'ab'.hex('-', 2 ** 40), lambda: sys.setrecursionlimit(2 ** 40)):
    attempt(compute)
