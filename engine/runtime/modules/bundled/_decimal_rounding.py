# Rounding decimals to a place, to a whole number, and to as few digits as there are.
from _decimal_context import Inexact, Rounded
from _decimal_numbers import digits_of, rounded
from decimal import _invalid, _made, _no_number


def quantized(self, exp, rounding, context):
    if self._kind or exp._kind:
        no_number = _no_number(self, exp)
        if no_number is not None:
            return no_number
        return self if self._kind and exp._kind else _invalid(context=context)
    exponent = exp._exp
    if not context.Etiny() <= exponent <= context.Emax:
        return _invalid(context=context)
    if self._int and self.adjusted() - exponent + 1 > context.prec:
        return _invalid(context=context)
    number, inexact = rounded(self._sign, self._int, exponent - self._exp, rounding)
    if number and (digits_of(number) > context.prec or digits_of(number) + exponent - 1 > context.Emax):
        return _invalid(context=context)
    if exponent > self._exp and self._int:
        context._raise(*[Inexact] * inexact, Rounded)
    return _made(self._sign, number, exponent)


def to_whole(self, rounding, context, tell):
    if self._kind:
        return _no_number(self) or self
    if self._exp >= 0:
        return self
    number, inexact = rounded(self._sign, self._int, -self._exp, rounding)
    if tell and self._int:
        context._raise(*[Inexact] * inexact, Rounded)
    return _made(self._sign, number, 0)


def without_zeros(self, context):
    made = self._rounded(context)
    if made._kind:
        return made
    number, exponent = made._int, made._exp
    if not number:
        return _made(made._sign, 0, 0)
    while number % 10 == 0 and exponent < context.Emax:
        number //= 10
        exponent += 1
    return _made(made._sign, number, exponent)
