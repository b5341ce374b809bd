# Sums of money: exact where floats are not, and rounded to cents as one asks.
from decimal import ROUND_CEILING, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

print(Decimal('0.1') + Decimal('0.2') == Decimal('0.3'), 0.1 + 0.2 == 0.3, Decimal(0.1))
price, rate = Decimal('19.99'), Decimal('0.0825')
tax = price * rate
cent = Decimal('0.01')
print(tax, tax.quantize(cent), (price + tax).quantize(cent, rounding=ROUND_HALF_UP))
for rounding in (ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_CEILING):
    print(rounding, [str(Decimal(text).quantize(cent, rounding=rounding)) for text in ('1.005', '1.015', '-1.025')])
print(sum([Decimal('1.10')] * 3), max(Decimal('2'), 3), round(Decimal('2.675'), 2), round(Decimal('2.5')), int(Decimal('-2.9')))
print(f'{price:>10} {price:.1f} {Decimal("1234567.891"):,.2f} {Decimal("0.256"):.1%} {Decimal("12345"):.2e} {price!r}')
print(Decimal('1.50') == Decimal('1.5'), {Decimal('1.5'): 'same'}[Decimal('1.50')], Decimal(2) in {2.0}, Decimal('1.50').normalize())
print(divmod(Decimal('10'), 3), Decimal(-7) // 2, Decimal(-7) % 2, Decimal(2) ** 10, Decimal(2).sqrt(), Decimal('1.20').as_tuple())
for wrong in (lambda: Decimal('ten'), lambda: price / 0, lambda: price + 1.5, lambda: Decimal(None), lambda: Decimal(0) / 0):
    try:
        wrong()
    except (ArithmeticError, TypeError) as error:
        print(type(error).__name__, error)
