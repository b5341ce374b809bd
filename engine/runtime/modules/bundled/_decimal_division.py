# Dividing decimals: what is exact or rounded, and quotients towards zero with what remains.
from _decimal_context import Clamped, DivisionByZero, DivisionImpossible, DivisionUndefined, InvalidOperation, getcontext
from _decimal_numbers import digits_of
from decimal import _finished, _invalid, _made, _no_number


def divided(self, other):
    sign = self._sign ^ other._sign
    context = getcontext()
    if self._kind or other._kind:
        no_number = _no_number(self, other)
        if no_number is not None:
            return no_number
        if self._kind and other._kind:
            return _invalid()
        if not self._kind:
            context._raise(Clamped)
        return _made(sign, 0, 0, 'F') if self._kind else _made(sign, 0, context.Etiny())
    if not other._int:
        if not self._int:
            return _invalid(DivisionUndefined)
        context._raise(DivisionByZero)
        return _made(sign, 0, 0, 'F')
    ideal = self._exp - other._exp
    if not self._int:
        return _finished(sign, 0, ideal, context)
    shift = digits_of(other._int) - digits_of(self._int) + context.prec + 1
    number, rest = divmod(self._int * 10 ** max(shift, 0), other._int * 10 ** max(-shift, 0))
    exponent = ideal - shift
    if rest:
        number += number % 5 == 0  # so that it rounds as what it stands for
    else:
        while exponent < ideal and number % 10 == 0:
            number //= 10
            exponent += 1
    return _finished(sign, number, exponent, context)


def _whole_quotient(self, other):
    """Of two numbers, the second not zero: the quotient towards zero and what is left, with its exponent; None if
    the quotient has more digits than there may be."""
    prec = getcontext().prec
    exponent = min(self._exp, other._exp)
    apart = self.adjusted() - other.adjusted()
    if not self._int or apart < 0:
        return 0, self._int * 10 ** (self._exp - exponent) if self._int else 0, exponent
    if apart > prec:
        return None
    number, left = divmod(self._int * 10 ** (self._exp - exponent), other._int * 10 ** (other._exp - exponent))
    return None if number >= 10 ** prec else (number, left, exponent)


def quotient_and_rest(self, other):
    no_number = _no_number(self, other)
    if no_number is not None:
        return no_number, no_number
    sign = self._sign ^ other._sign
    if self._kind:
        return (_invalid(),) * 2 if other._kind else (_made(sign, 0, 0, 'F'), _invalid())
    if other._kind:
        return _made(sign, 0, 0), self._rounded()
    if not other._int:
        if not self._int:
            return (_invalid(DivisionUndefined),) * 2
        getcontext()._raise(InvalidOperation, DivisionByZero)
        return _made(sign, 0, 0, 'F'), _made(0, 0, 0, 'n')
    found = _whole_quotient(self, other)
    if found is None:
        return (_invalid(DivisionImpossible),) * 2
    number, left, exponent = found
    return _made(sign, number, 0), _finished(self._sign, left, exponent)


def quotient(self, other):
    no_number = _no_number(self, other)
    if no_number is not None:
        return no_number
    sign = self._sign ^ other._sign
    if self._kind:
        return _invalid() if other._kind else _made(sign, 0, 0, 'F')
    if other._kind:
        return _made(sign, 0, 0)
    if not other._int:
        if not self._int:
            return _invalid(DivisionUndefined)
        getcontext()._raise(DivisionByZero)
        return _made(sign, 0, 0, 'F')
    found = _whole_quotient(self, other)
    return _invalid(DivisionImpossible) if found is None else _made(sign, found[0], 0)


def rest(self, other):
    if not (self._kind or other._kind) and not other._int and self._int:
        return _invalid()
    if self._kind == 'F' and not other.is_nan():
        return _invalid()
    return quotient_and_rest(self, other)[1]


def nearest_rest(self, other):
    no_number = _no_number(self, other)
    if no_number is not None:
        return no_number
    if self._kind or not other:
        return _invalid(DivisionUndefined if not other and not self else InvalidOperation)
    if other._kind:
        return self._rounded()
    if self._int and self.adjusted() - other.adjusted() > getcontext().prec + 1:
        return _invalid(DivisionImpossible)
    exponent = min(self._exp, other._exp)
    if not self._int:
        return _finished(self._sign, 0, exponent)
    a, b = self._int * 10 ** (self._exp - exponent), other._int * 10 ** (other._exp - exponent)
    number, left = divmod(a, b)
    sign = self._sign
    if 2 * left + (number & 1) > b:
        left, sign, number = b - left, 1 - sign, number + 1
    if number >= 10 ** getcontext().prec:
        return _invalid(DivisionImpossible)
    return _finished(sign, left, exponent)
