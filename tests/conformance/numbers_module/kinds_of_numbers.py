# Which kinds of numbers are which, and a class of one's own that is a number.
import numbers
from fractions import Fraction

for value in (3, True, 2.5, Fraction(1, 3), 'three', None):
    print(value, [name for name in numbers.__all__ if isinstance(value, getattr(numbers, name))])


class Money(numbers.Number):
    def __init__(self, cents):
        self.cents = cents


print(isinstance(Money(5), numbers.Number), isinstance(Money(5), numbers.Real))
for make in (lambda: hash(Money(1)), type('Half', (numbers.Rational,), {}), type('Whole', (numbers.Integral,), {})):
    try:
        make()
    except TypeError as error:
        print(error)
print([kind.__name__ for kind in numbers.Integral.__mro__])
