# Roots, exponentials, logarithms and powers of decimals, correctly rounded: computed with more and more places until
# the error no longer matters.
from math import isqrt

from _decimal_context import Inexact, Rounded, getcontext
from _decimal_numbers import digits_of, exp_scaled, ln_scaled, text_of
from decimal import Decimal, _finished, _half_even, _invalid, _made, _no_number


def _settled(compute, context):
    # `compute(places)` gives a number and an exponent with an error of less than 100 in the number's last place.
    places = context.prec + 8
    while True:
        number, exponent = compute(places)
        drop = digits_of(number) - context.prec
        half, rest = 5 * 10 ** (drop - 1), number % 10 ** drop
        if abs(rest - half) > 200 and 200 < rest < 10 ** drop - 200:
            return number, exponent
        places += context.prec


def square_root(self, context):
    if self._kind:
        return _no_number(self) or (_invalid(context=context) if self._sign else self)
    if not self._int:
        return _finished(self._sign, 0, self._exp >> 1, context)
    if self._sign:
        return _invalid(context=context)
    ideal = self._exp >> 1
    number, exponent = self._int * 10 ** (self._exp & 1), ideal
    shift = context.prec + 1 - (digits_of(number) + 1) // 2
    number, rest = (number * 100 ** shift, 0) if shift >= 0 else divmod(number, 100 ** -shift)
    exponent -= shift
    root = isqrt(number)
    if rest or root * root != number:
        root += root % 5 == 0  # so that it rounds as what it stands for
    else:
        while exponent < ideal and root % 10 == 0:
            root //= 10
            exponent += 1
    return _finished(0, root, exponent, _half_even(context))


def exponential(self, context):
    if self._kind:
        return _no_number(self) or (_made(0, 0, 0) if self._sign else self)
    if not self._int:
        return Decimal(1)
    if self.adjusted() > digits_of(context.Emax) + 1:
        return _beyond(0, self._sign, _half_even(context))
    if self.adjusted() < -context.prec - 2:
        return _about_one(self._sign, _half_even(context))

    def compute(places):
        shift = self._exp + places
        number = self._int * 10 ** shift if shift >= 0 else self._int // 10 ** -shift
        return exp_scaled(-number if self._sign else number, places)

    return _finished(0, *_settled(compute, context), _half_even(context))


def _beyond(sign, is_small, context):
    # What is too large for the context, or too near to zero.
    return _finished(sign, 1, 10 * (context.Etiny() if is_small else context.Emax), context)


def _about_one(is_less, context):
    # 1 and less than half of its last digit more, or less.
    return _finished(0, 10 ** (context.prec + 1) + (-1 if is_less else 1), -context.prec - 1, context)


def logarithm(self, context, of_ten):
    if self.is_nan():
        return _no_number(self)
    if not self:
        return _made(1, 0, 0, 'F')
    if self._sign:
        return _invalid(context=context)
    if self._kind:
        return self
    if of_ten and text_of(self._int).rstrip('0') == '1':
        return Decimal(self.adjusted())._rounded(context)
    if not of_ten and self == 1:
        return Decimal(0)
    near_one = self.adjusted() in (0, -1) and abs(self - 1) < Decimal('0.1')
    extra = max(-(self - 1).adjusted(), 0) + 2 if near_one else 2

    def compute(places):
        places += extra
        value = ln_scaled(self._int, self._exp, places)
        if of_ten:
            value = value * 10 ** places // ln_scaled(10, 0, places)
        compute.sign = int(value < 0)
        return abs(value), -places

    number, exponent = _settled(compute, context)
    return _finished(compute.sign, number, exponent, _half_even(context))


def power(base, exponent):
    no_number = _no_number(base, exponent)
    if no_number is not None:
        return no_number
    context = getcontext()
    whole = not exponent._kind and exponent == exponent.to_integral_value()
    if not exponent:
        return Decimal(1) if base else _invalid()
    sign = int(base._sign and whole and exponent._exp <= 0 and exponent._int // 10 ** -exponent._exp % 2 == 1)
    if base._sign and base and not whole and not base._kind:
        return _invalid()
    if not base or base._kind:
        grows = bool(base) != bool(exponent._sign)
        return _made(sign, 0, 0, 'F') if grows else _made(sign, 0, 0)
    if exponent._kind:
        order = base.copy_abs()._order(Decimal(1))
        if order == 0:
            context._raise(Inexact, Rounded)
            return _made(0, 10 ** (context.prec - 1), 1 - context.prec)
        return _made(0, 0, 0, 'F') if (order > 0) != bool(exponent._sign) else _made(0, 0, 0)
    side = base.copy_abs()._order(Decimal(1))  # of 1
    if side and exponent.adjusted() > digits_of(base._int) + digits_of(context.Emax) + 3:
        return _beyond(sign, (side < 0) != bool(exponent._sign), context)  # so far is any power of another number
    if side and exponent.adjusted() + digits_of(abs(base.adjusted()) + 1) < -context.prec - 5:
        return _about_one((side < 0) != bool(exponent._sign), context)
    if side == 0 and whole:
        exponent = Decimal(1 + (not sign) if exponent.adjusted() > 9 else exponent)
    if whole:
        return _whole_power(base, int(exponent), sign, context)
    return _broken_power(base, exponent, context)


def _whole_power(base, times, sign, context):
    count = abs(times)
    if count * digits_of(base._int) <= 20 * context.prec + 2000:
        number, exponent = base._int ** count, base._exp * count
        if times > 0:
            return _finished(sign, number, exponent, context)
        return _made(sign, 1, 0) / _made(0, number, exponent)
    number, exponent = _without_zeros(base)
    if number == 1:
        return _finished(sign, 10 ** context.prec, exponent * times - context.prec, context)
    return _finished(sign, *_by_logarithm(base.copy_abs(), Decimal(times), context), context)


def _without_zeros(base):
    number, exponent = base._int, base._exp
    while number % 10 == 0:
        number //= 10
        exponent += 1
    return number, exponent


def _by_logarithm(base, exponent, context):
    # base ** exponent = exp(exponent * ln(base))
    def compute(places):
        more = places + digits_of(abs(int(exponent))) + abs(base.adjusted()).bit_length() + 5
        value = ln_scaled(base._int, base._exp, more) * exponent._int * (-1) ** exponent._sign
        shift = exponent._exp
        value = value * 10 ** shift if shift >= 0 else value // 10 ** -shift
        return exp_scaled(value // 10 ** (more - places), places)

    return _settled(compute, context)


def _broken_power(base, exponent, context):
    if base == 1:
        context._raise(Inexact, Rounded)
        return _made(0, 10 ** (context.prec - 1), 1 - context.prec)
    # An exact result is met by its square, cube …: is the rounded one exact?
    near = None
    number, places = _without_zeros(base)
    numerator, denominator = exponent.as_integer_ratio()
    if denominator <= 4 * digits_of(number) or number == 1:  # else it is no such power of any number
        near = _exact_root(number, places, denominator)
    if near is not None and abs(numerator) * digits_of(near[0]) <= 4 * context.prec + 40:
        made = _whole_power(_made(0, *near), numerator, 0, context)
        near = made._int, made._exp
    if near is not None and digits_of(near[0]) <= context.prec:
        number, at = near
        while digits_of(number) < context.prec:
            number *= 10
            at -= 1
        context._raise(Inexact, Rounded)
        return _finished(0, number, at, context)
    return _finished(0, *_by_logarithm(base, exponent, context), context)


def _exact_root(number, exponent, degree):
    while exponent % degree:
        number *= 10
        exponent -= 1
    low, high = 0, 10 ** (digits_of(number) // degree + 1)
    while low < high:
        middle = (low + high) // 2
        if middle ** degree < number:
            low = middle + 1
        else:
            high = middle
    return (low, exponent // degree) if low ** degree == number else None


def power_modulo(base, exponent, modulo):
    parts = (base, exponent, modulo)
    if any([each._kind or each != each.to_integral_value() for each in parts]) or exponent._sign or not modulo:
        return _invalid()
    return Decimal((-1) ** base._sign * pow(abs(int(base)), int(exponent), abs(int(modulo))))
