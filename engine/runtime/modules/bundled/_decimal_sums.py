# Adding decimals.
from _decimal_context import ROUND_FLOOR, getcontext
from _decimal_numbers import digits_of
from decimal import _finished, _invalid, _no_number


def added(self, other):
    if self._kind or other._kind:
        no_number = _no_number(self, other)
        if no_number is not None:
            return no_number
        if self._kind and other._kind and self._sign != other._sign:
            return _invalid()
        return self if self._kind else other
    context = getcontext()
    exponent = min(self._exp, other._exp)
    if not (self._int and other._int):
        return _with_zero(self, other, exponent, context)
    big, small = (self, other) if self._exp >= other._exp else (other, self)
    # Where one is far too small to count, all that matters is on which side of the other it is.
    limit = big._exp + min(-1, digits_of(big._int) - context.prec - 2)
    number = small._int
    if digits_of(number) + small._exp - 1 < limit:
        number, exponent = 1, limit
    total = (-1) ** big._sign * big._int * 10 ** (big._exp - exponent) + (-1) ** small._sign * number
    if total == 0:
        return _finished(int(context.rounding == ROUND_FLOOR), 0, exponent, context)
    return _finished(int(total < 0), abs(total), exponent, context)


def _with_zero(self, other, exponent, context):
    if not self._int and not other._int:
        either = self._sign != other._sign and context.rounding == ROUND_FLOOR
        return _finished(int(either) or self._sign & other._sign, 0, exponent, context)
    left = self if self._int else other
    exponent = min(max(exponent, left._exp - context.prec - 1), left._exp)
    return _finished(left._sign, left._int * 10 ** (left._exp - exponent), exponent, context)
