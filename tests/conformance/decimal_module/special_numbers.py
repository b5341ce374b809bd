# Infinities, what is no number, zeros with signs, powers and logarithms, and how all of them are written.
from decimal import Decimal, getcontext
from fractions import Fraction
from statistics import mean, stdev

for text in ('Infinity', '-inf', 'NaN', '-0', '1E+5', '12e5', '0.0000001', '1_000.5', ' 7 ', '5.', '.5'):
    number = Decimal(text)
    print(repr(number), number.to_eng_string(), number.is_finite(), number.is_signed(), number.number_class())
for compute in (lambda: Decimal('inf') - Decimal('inf'), lambda: Decimal('nan') == Decimal('nan'), lambda: Decimal('nan') < 1,
                lambda: int(Decimal('inf')), lambda: Decimal(-1).sqrt(), lambda: Decimal(0) ** 0, lambda: Decimal(10) ** 2000000,
                lambda: Decimal('1.5').quantize(Decimal('1e-40'))):
    try:
        print(compute())
    except (ArithmeticError, ValueError) as error:
        print(type(error).__name__, error)
print(Decimal(1).exp(), Decimal(10).ln(), Decimal(2).log10(), Decimal(1000).log10())
print(Decimal(2) ** Decimal('0.5'), Decimal(2) ** -3, Decimal('1.1') ** 20, Decimal(4) ** Decimal('0.5'), pow(Decimal(3), 5, 7))
getcontext().prec = 50
print(Decimal(2).sqrt(), Decimal(1).exp(), Decimal('0.7').ln())
getcontext().prec = 28
print(Decimal('0.5') == Fraction(1, 2), Decimal('0.1') < Fraction(1, 3), Fraction(Decimal('0.25')), hash(Decimal('0.5')) == hash(0.5))
values = [Decimal('1.5'), Decimal('2.5'), Decimal('4.75')]
print(mean(values), stdev(values), sorted([Decimal('2.5'), 1, Decimal('-3')]))
print([format(Decimal('-1234.5678'), spec) for spec in ('+.2f', '012.1f', ',.3f', '^14.2f', 'e', '.3g', 'n', '.0f')])


class Money(Decimal):
    def __repr__(self):
        return f'Money({self})'


print([Money('5.00')], type(Money(1) + 1), Money(2) == 2)
