# /// coroscope
# [cost]
# instruction = 0
# ///
"""Decimals have as many digits as their context says: the limit of int and str is none of theirs."""
import random
import sys
from decimal import Decimal, getcontext

getcontext().prec = 4400
seventh = Decimal(1) / 7
text = str(seventh)
print(len(text), text[:12], text[-12:], Decimal(text) == seventh, hash(Decimal(text)) == hash(seventh))
print(len(seventh.as_tuple().digits), seventh.adjusted(), float(seventh))
print(f'{seventh:.4350f}'[-20:], f'{seventh:.4360e}'[-20:], len(f'{Decimal("9" * 4400):,}'))
print(Decimal(10 ** 4399).log10(), len(str(Decimal('nan' + '7' * 4390))))
print(str(+Decimal('9' * 5000))[-8:], Decimal('0' * 5000 + '12'))
for size in (640, 641, 1281, 4301):
    least, most = Decimal('1' + '0' * (size - 1)), Decimal('9' * size)
    print(least.adjusted(), most.adjusted(), len(str(least)), str(least).strip('0'), set(str(most)))

sys.set_int_max_str_digits(640)
print(len(str(seventh)), Decimal(str(seventh)) == seventh)
try:
    str(10 ** 700)
except ValueError as error:
    print(error)
sys.set_int_max_str_digits(0)
random.seed(5)
for _ in range(20):
    size = random.randrange(600, 1400)
    number = random.choice([10 ** size, 10 ** size - 1, random.randrange(10 ** size), 2 ** (3 * size)])
    decimal = Decimal(number)
    if str(decimal) != str(number) or Decimal(str(number)) != number or decimal.adjusted() + 1 != len(str(number)):
        print('not so', number)
