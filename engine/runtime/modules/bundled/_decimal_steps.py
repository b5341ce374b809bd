# The less common methods of decimals: the next number up or down, digits as bits, digits moved about, and orders of
# every number (the General Decimal Arithmetic Specification). Each takes the context last.
from _decimal_context import (ROUND_CEILING, Clamped, Inexact, InvalidOperation, Overflow, Rounded, Subnormal,
                              Underflow)
from _decimal_numbers import digits_of, number_of, text_of
from decimal import Decimal, _finished, _invalid, _made, _no_number


def radix(self, context):
    return Decimal(10)


def next_plus(self, context):
    if self._kind == 'F':
        return _made(1, 10 ** context.prec - 1, context.Etop()) if self._sign else self
    if self._kind:
        return _no_number(self)
    quiet = context.copy()
    quiet.rounding = ROUND_CEILING
    quiet.clear_traps()
    near = _finished(self._sign, self._int, self._exp, quiet)
    if near._kind or near._order(self):
        return near
    tiny = context.Etiny()
    if not self._int:
        return _made(0, 1, tiny)
    # Its neighbours differ in the last digit that the precision leaves.
    last = max(self.adjusted() - context.prec + 1, tiny)
    number = self._int * 10 ** (self._exp - last)
    if not self._sign:
        return _finished(0, number + 1, last, quiet)
    if number == 10 ** (context.prec - 1) and last > tiny:
        return _made(1, number * 10 - 1, last - 1)
    return _made(1, number - 1, last)


def next_minus(self, context):
    return next_plus(self.copy_negate(), context).copy_negate() if not self.is_nan() else _no_number(self)


def next_toward(self, other, context):
    no_number = _no_number(self, other)
    if no_number is not None:
        return no_number
    order = self._order(other)
    if order == 0:
        return self.copy_sign(other)
    made = next_plus(self, context) if order < 0 else next_minus(self, context)
    if made._kind:
        context._raise(Overflow, Inexact, Rounded)
    elif made.adjusted() < context.Emin:
        context._raise(Underflow, Subnormal, Inexact, Rounded, *[] if made._int else [Clamped])
    return made


# --- digits as bits ---

def _bits(number, context):
    # The digits, of which there are as many as the precision; None if some are no bits.
    text = text_of(number._int)
    if number._kind or number._sign or number._exp or text.strip('01'):
        return None
    return text[-context.prec:].rjust(context.prec, '0')


def _combined(a, b, context, combine):
    a, b = _bits(a, context), _bits(b, context)
    if a is None or b is None:
        return _invalid(context=context)
    return _made(0, number_of(''.join([combine(x, y) for x, y in zip(a, b)])), 0)


def logical_and(self, other, context):
    return _combined(self, other, context, min)


def logical_or(self, other, context):
    return _combined(self, other, context, max)


def logical_xor(self, other, context):
    return _combined(self, other, context, lambda x, y: '01'[x != y])


def logical_invert(self, context):
    return logical_xor(self, _made(0, int('1' * context.prec), 0), context)


# --- digits moved ---

def _places(self, other, context):
    # By how many digits `other` says to move, and the digits; None if it does not say.
    if other._kind or other._exp or other._int > context.prec:
        return None
    return int(other), text_of(self._int)[-context.prec:].rjust(context.prec, '0')


def rotate(self, other, context):
    return _moved(self, other, context, lambda digits, places: digits[places:] + digits[:places])


def shift(self, other, context):
    def move(digits, places):
        return digits[places:] + '0' * places if places >= 0 else digits[:places]
    return _moved(self, other, context, move)


def _moved(self, other, context, move):
    no_number = _no_number(self, other)
    if no_number is not None:
        return no_number
    found = _places(self, other, context)
    if found is None:
        return _invalid(context=context)
    if self._kind:
        return self
    places, digits = found
    return _made(self._sign, number_of(move(digits, places) or '0'), self._exp)


# --- orders ---

def compare_signal(self, other, context):
    if self.is_nan() or other.is_nan():
        context._raise(InvalidOperation)
        return _no_number(_made(self._sign, self._int, 0, self._kind.lower() if self.is_nan() else self._kind),
                          _made(other._sign, other._int, 0, other._kind.lower() if other.is_nan() else other._kind))
    return Decimal(self._order(other))


def compare_total(self, other, context):
    return Decimal(_total_order(self, other))


def compare_total_mag(self, other, context):
    return Decimal(_total_order(self.copy_abs(), other.copy_abs()))


def _total_order(a, b):
    # Every representation has its place: numbers, those equal by exponent, then what is no number.
    if a._sign != b._sign:
        return b._sign - a._sign
    if a._sign:
        a, b = b.copy_abs(), a.copy_abs()
    ranks = [('', 'N', 'n').index(each._kind.replace('F', '')) for each in (a, b)]
    if ranks != [0, 0]:
        (x, y) = (ranks[0], a._int), (ranks[1], b._int)
        return (x > y) - (x < y)
    return a._order(b) or (a._exp > b._exp) - (a._exp < b._exp)


def _larger(self, other, context, sign):
    for one, another in ((self, other), (other, self)):
        if one._kind == 'n' and another._kind not in ('n', 'N'):
            return another._rounded(context)
    no_number = _no_number(self, other)
    if no_number is not None:
        return no_number
    order = self.copy_abs()._order(other.copy_abs()) or _total_order(self, other)
    return (self if order * sign >= 0 else other)._rounded(context)


def max_mag(self, other, context):
    return _larger(self, other, context, 1)


def min_mag(self, other, context):
    return _larger(self, other, context, -1)
