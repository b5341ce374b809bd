import math
from fractions import Fraction as F


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


for args in [(), (3,), (6, 4), (-6, 4), (6, -4), (0.5,), (0.1,), ('3/4',), (' -7/21 ',), ('1.25',), ('1e-3',), ('-.5E2',), ('7.',), (F(1, 2), F(3, 4)),
             ('x',), ('1/0',), (1, 0), ('1 /2',), (None,), (1.5, 2), ('1_000/3',), ('',), ('/2',)]:
    attempt(F, *args)
a, b = F(1, 3), F(-5, 2)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), -a, abs(b), +a, b ** 2, b ** -3, a ** 0, a ** 0.5)
print(a + 1, 1 - a, a * 0.5, 2 / a, 7 // b, 7 % b, 2.5 % a, a == F(2, 6), a < 0.5, a > b, a == 1 / 3, F(1, 2) == 0.5, F(4, 2) == 2, b <= -2.5)
print(int(b), float(b), math.floor(b), math.ceil(b), math.trunc(b), round(b), round(F(7, 2)), round(F(22, 7), 3), round(F(1234), -2), bool(F(0)))
print(F(math.pi).limit_denominator(100), F(0.1).limit_denominator(), F(math.pi).limit_denominator(10), F(1, 3).as_integer_ratio())
print(str(F(3)), f'{a} {a!r}', hash(F(2)) == hash(2), hash(F(1, 2)) == hash(0.5), {F(1, 2): 'half'}[0.5], sum([F(1, 2), F(1, 3)]), max(a, b))
print(F.from_float(0.25), a.numerator, a.denominator, 2 ** F(2), 4 ** F(1, 2), sorted([a, 0, b, 0.25]))
attempt(lambda: a + 'x')
attempt(lambda: a / 0)
attempt(lambda: a < 'x')
attempt(lambda: setattr(a, 'numerator', 1))
