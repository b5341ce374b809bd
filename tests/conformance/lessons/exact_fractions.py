"""Fractions and integers: exact arithmetic, gcd, continued fractions, Egyptian fractions, and floats' truth."""
import math
from fractions import Fraction


def continued(value, terms=8):
    while terms:
        whole = value.numerator // value.denominator
        yield whole
        value -= whole
        if not value:
            return
        value, terms = 1 / value, terms - 1


def rebuild(terms):
    *rest, last = terms
    value = Fraction(last)
    for term in reversed(rest):
        value = term + 1 / value
    return value


def egyptian(value):
    while value:
        denominator = math.ceil(1 / value)
        yield Fraction(1, denominator)
        value -= Fraction(1, denominator)


third = Fraction(1, 3)
print(third + third + third == 1, third * 3, third - Fraction("0.25"), repr(third / 2), third ** 2, third ** -2)
print(Fraction(0.1), Fraction("0.1"), Fraction(6, -8), Fraction("7/21"), Fraction(1.5), float(third))
print(list(continued(Fraction(415, 93))), rebuild([4, 2, 6, 7]), list(continued(Fraction(math.pi).limit_denominator(1000))))
print(Fraction(math.pi).limit_denominator(10), [str(part) for part in egyptian(Fraction(7, 15))])
print(round(Fraction(7, 2)), math.floor(Fraction(-7, 2)), int(Fraction(7, 2)), round(third, 2), third < 0.34, third == 1 / 3, hash(Fraction(2)) == hash(2))
print(sum([Fraction(1, n) for n in range(1, 8)]), max(Fraction(3, 7), Fraction(4, 9)), sorted([third, 0.2, 1]), abs(-third), -third, bool(Fraction(0)))
print(math.gcd(84, 36, 60), math.lcm(4, 6, 10), math.isqrt(99), math.comb(10, 3), math.factorial(20), math.prod([2, 3, 7]))
print(math.hypot(3, 4), math.dist((0, 0), (1, 1)), math.fsum([0.1] * 10), sum([0.1] * 10), math.isclose(sum([0.1] * 10), 1), math.trunc(-2.7), math.copysign(1, -0.0))
print(math.log2(1024), math.log10(1000), round(math.log(10), 6), round(math.sin(math.pi / 6), 10), math.degrees(math.pi), math.modf(-3.25), math.frexp(8), math.inf > 1)
for wrong in (lambda: Fraction(1, 0), lambda: Fraction("x"), lambda: Fraction(1.5, 2), lambda: math.sqrt(-1), lambda: math.factorial(-1), lambda: math.log(0), lambda: Fraction(1) // 0, lambda: math.floor(math.inf)):
    try:
        print(wrong())
    except (ZeroDivisionError, ValueError, TypeError, OverflowError) as error:
        print(f"{type(error).__name__}: {error}")
