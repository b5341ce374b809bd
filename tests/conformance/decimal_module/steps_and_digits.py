# /// coroscope
# [cost]
# instruction = 0
# ///
"""Decimals: the next number, digits as bits, digits moved, orders of all numbers, and results far out of range."""
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_UP, Decimal, localcontext


def show(text, operation):
    try:
        print(text, operation())
    except ArithmeticError as error:
        print(text, type(error).__name__)


for text in ("1", "-1", "0", "9.999999999999999999999999999", "Infinity", "-Infinity", "NaN", "1E-999999", "1011"):
    for name in ("next_plus", "next_minus", "logical_invert", "radix"):
        show(f"{text}.{name}", getattr(Decimal(text), name))
for a, b in (("1", "2"), ("101", "110"), ("1", "-Infinity"), ("2.50", "2.5"), ("12345", "-2"), ("100", "2"), ("NaN", "1")):
    for name in ("next_toward", "logical_and", "logical_or", "logical_xor", "rotate", "shift", "compare_signal",
                 "compare_total", "compare_total_mag", "max_mag", "min_mag"):
        show(f"{a}.{name}({b})", lambda: getattr(Decimal(a), name)(Decimal(b)))
show("exp", lambda: Decimal("-1E20").exp())
show("exp", lambda: Decimal("1E20").exp())
for base, power in (("0.1", "1e9"), ("10", "1e9"), ("1.1", "1e20"), ("0.9", "1e20"), ("-1.5", "1e9"), ("1", "1e50"),
                    ("2", "1e-60"), ("-1", "1e99999")):
    show(f"{base}**{power}", lambda: Decimal(base) ** Decimal(power))
for rounding in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR):
    with localcontext() as context:
        context.rounding, context.prec = rounding, 6
        print(rounding, Decimal("1.1") ** Decimal("2.5"), Decimal("-3.3") ** 7, Decimal(3) ** -5, Decimal(2) ** Decimal("0.5"))
        print(context.next_plus(Decimal(3)), context.logical_and(Decimal(11), Decimal(101)), context.shift(123456, 2),
              context.number_class(Decimal(1)), context.radix(), context.copy_decimal(Decimal("1.23456789")))
