# Decimal numbers: a sign, a whole number and an exponent of ten, computed with as people do on paper (the
# General Decimal Arithmetic Specification). What the numbers are rounded by is in `_decimal_context`.
import math as _math
import numbers as _numbers
from collections import namedtuple as _namedtuple

from _decimal_context import (
    MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN,
    ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, BasicContext, Clamped, Context, ConversionSyntax, DecimalException,
    DefaultContext, DivisionByZero, DivisionImpossible, DivisionUndefined, ExtendedContext, FloatOperation, Inexact,
    InvalidContext, InvalidOperation, Overflow, Rounded, Subnormal, Underflow, getcontext, localcontext,
    setcontext, stepping as _stepping)
from _decimal_numbers import digits_of as _digits_of, parsed as _parsed, rounded as _rounded, text_of as _text_of
from _decimal_texts import formatted as _formatted, written as _written
from _types import name_in_full as _name_in_full

HAVE_THREADS = HAVE_CONTEXTVAR = True
DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')


def _made(sign, number, exponent, kind=''):
    # `kind`: '' of a number, 'F' of an infinity, 'n' and 'N' of what is no number, quiet or signalling.
    self = object.__new__(Decimal)
    self._sign, self._int, self._exp, self._kind = sign, number, exponent, kind
    return self


def _finished(sign, number, exponent, context=None):
    """The number as precision, rounding and limits of the context have it."""
    context = context or getcontext()
    tiny, top = context.Etiny(), context.Etop()
    if number == 0:
        limit = top if context.clamp else context.Emax
        clamped = min(max(exponent, tiny), limit)
        if clamped != exponent:
            context._raise(Clamped)
        return _made(sign, 0, clamped)
    size = _digits_of(number)
    least = size + exponent - context.prec  # the exponent that the precision leaves
    if least > top:
        return _overflowed(sign, context)
    subnormal = least < tiny
    least = max(least, tiny)
    signals = []
    if exponent < least:
        number, inexact = _rounded(sign, number, least - exponent, context.rounding)
        exponent = least
        if _digits_of(number) > context.prec:
            number //= 10
            exponent += 1
            if exponent > top:
                return _overflowed(sign, context)
        signals = [Underflow] * (subnormal and inexact) + [Subnormal] * subnormal + [Inexact] * inexact + [Rounded]
        if number == 0:
            signals.append(Clamped)
    elif subnormal:
        signals = [Subnormal]
    if context.clamp and exponent > top:
        number *= 10 ** (exponent - top)
        exponent = top
        signals.append(Clamped)
    if signals:
        context._raise(*signals)
    return _made(sign, number, exponent)


def _overflowed(sign, context):
    context._raise(Overflow, Inexact, Rounded)
    to_infinity = {ROUND_DOWN: False, ROUND_05UP: False, ROUND_CEILING: not sign, ROUND_FLOOR: bool(sign)}
    if to_infinity.get(context.rounding, True):
        return _made(sign, 0, 0, 'F')
    return _made(sign, 10 ** context.prec - 1, context.Etop())


def _invalid(condition=InvalidOperation, context=None):
    (context or getcontext())._raise(condition)
    return _made(0, 0, 0, 'n')


def _no_number(*operands):
    """The result of an operation one of whose operands is no number; None if all are."""
    for kind in 'Nn':
        for each in operands:
            if each._kind == kind:
                if kind == 'N':
                    getcontext()._raise(InvalidOperation)
                return _made(each._sign, each._int, 0, 'n')
    return None


def _operand(value):
    if isinstance(value, Decimal):
        return value
    return _made(int(value < 0), abs(int(value)), 0) if isinstance(value, int) else NotImplemented


def _needed(value):
    # The operand of a method: it must be a decimal or an int.
    made = _operand(value)
    if made is NotImplemented:
        raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')
    return made


def _comparable(value, equality=False):
    # What a decimal can be compared with: ints, fractions and floats exactly.
    if isinstance(value, float):
        context = getcontext()
        if equality:
            context.flags[FloatOperation] = True
        else:
            context._raise(FloatOperation)
        return Decimal.from_float(value)
    return _operand(value)


@_name_in_full
class Decimal:
    """An exact decimal number, or an infinity, or no number at all."""

    __slots__ = ('_sign', '_int', '_exp', '_kind')

    def __new__(cls, value='0', context=None):
        made = cls._converted(value, context or getcontext())
        if cls is Decimal:
            return made
        self = object.__new__(cls)
        self._sign, self._int, self._exp, self._kind = made._sign, made._int, made._exp, made._kind
        return self

    @staticmethod
    def _converted(value, context):
        if isinstance(value, str):
            parts = _parsed(value)
            return _invalid(ConversionSyntax, context) if parts is None else _made(*parts)
        if isinstance(value, int):
            return _made(int(value < 0), abs(int(value)), 0)
        if isinstance(value, Decimal):
            return _made(value._sign, value._int, value._exp, value._kind)
        if isinstance(value, float):
            context._raise(FloatOperation)
            return Decimal.from_float(value)
        if isinstance(value, (tuple, list)):
            return Decimal._of_tuple(tuple(value))
        raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')

    @staticmethod
    def _of_tuple(value):
        if len(value) != 3:
            raise ValueError('argument must be a sequence of length 3')
        sign, digits, exponent = value
        if sign not in (0, 1) or not isinstance(sign, int):
            raise ValueError('sign must be an integer with the value 0 or 1')
        if exponent == 'F':
            return _made(sign, 0, 0, 'F')
        number = 0
        for digit in digits:
            if not isinstance(digit, int) or not 0 <= digit <= 9:
                raise ValueError('coefficient must be a tuple of digits')
            number = number * 10 + digit
        if exponent in ('n', 'N'):
            return _made(sign, number, 0, exponent)
        if not isinstance(exponent, int):
            raise ValueError('string argument in the third position must be \'F\', \'n\' or \'N\'')
        return _made(sign, number, exponent)

    @classmethod
    def from_float(cls, f, /):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError('argument must be int or float')
        if _math.isinf(f) or _math.isnan(f):
            return cls(repr(f))
        sign = int(_math.copysign(1.0, f) < 0)
        number, denominator = abs(f).as_integer_ratio()
        places = denominator.bit_length() - 1
        made = _made(sign, number * 5 ** places, -places)
        return made if cls is Decimal else cls(made)

    # --- texts ---

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self):
        return _written(self, getcontext(), False)

    def to_eng_string(self, context=None):
        return _written(self, context or getcontext(), True)

    def __format__(self, specifier, context=None):
        return _formatted(self, specifier, context or getcontext())

    # --- comparing ---

    def _order(self, other):
        """-1, 0 or 1; neither is NaN."""
        if self._kind or other._kind or not (self._int and other._int):
            a, b = [(-1) ** each._sign * (2 if each._kind else bool(each._int)) for each in (self, other)]
        elif self._sign != other._sign:
            a, b = other._sign, self._sign
        else:
            a, b = self.adjusted(), other.adjusted()
            if a == b:
                least = min(self._exp, other._exp)
                a, b = self._int * 10 ** (self._exp - least), other._int * 10 ** (other._exp - least)
            if self._sign:
                a, b = b, a
        return (a > b) - (a < b)

    def _compared(self, other, holds, equality=False):
        if isinstance(other, _numbers.Rational) and not isinstance(other, int):
            if self._kind:
                return holds(self._order(Decimal(0)) if self._kind == 'F' else 1) if self._kind == 'F' else False
            self, other = _made(self._sign, self._int * other.denominator, self._exp), _operand(other.numerator)
        other = _comparable(other, equality)
        if other is NotImplemented:
            return other
        if self._kind in ('n', 'N') or other._kind in ('n', 'N'):
            if not equality or 'N' in (self._kind, other._kind):
                getcontext()._raise(InvalidOperation)
            return False
        return holds(self._order(other))

    def __eq__(self, other):
        return self._compared(other, lambda order: order == 0, True)

    def __lt__(self, other):
        return self._compared(other, lambda order: order < 0)

    def __le__(self, other):
        return self._compared(other, lambda order: order <= 0)

    def __gt__(self, other):
        return self._compared(other, lambda order: order > 0)

    def __ge__(self, other):
        return self._compared(other, lambda order: order >= 0)

    def __hash__(self):
        if self._kind == 'N':
            raise TypeError('Cannot hash a signaling NaN value')
        if self._kind == 'n':
            return object.__hash__(self)
        if self._kind:
            return -314159 if self._sign else 314159
        prime = 2 ** 61 - 1  # as hashes of ints and fractions are, for a decimal may equal one
        value = self._int * pow(10 if self._exp >= 0 else pow(10, prime - 2, prime), abs(self._exp), prime) % prime
        return -2 if self._sign and value == 1 else -value if self._sign else value

    def __bool__(self):
        return bool(self._kind or self._int)

    def compare(self, other, context=None):
        other = _needed(other)
        return _no_number(self, other) or Decimal(self._order(other))

    def _extreme(self, other, sign):
        other = _needed(other)
        for one, another in ((self, other), (other, self)):
            if one._kind == 'n' and another._kind not in ('n', 'N'):
                return another._rounded()
        no_number = _no_number(self, other)
        if no_number is not None:
            return no_number
        order = self._order(other) or (other._sign - self._sign or (self._exp - other._exp) * (-1) ** self._sign)
        return (self if order * sign > 0 else other)._rounded()

    def max(self, other, context=None):
        return self._extreme(other, 1)

    def min(self, other, context=None):
        return self._extreme(other, -1)

    # --- what it is ---

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def conjugate(self):
        return self

    def adjusted(self):
        return 0 if self._kind else self._exp + _digits_of(self._int) - 1

    def as_tuple(self):
        digits = tuple(map(int, _text_of(self._int))) if not self._kind or self._int else (0,) if self._kind == 'F' else ()
        return DecimalTuple(self._sign, digits, self._kind or self._exp)

    def as_integer_ratio(self):
        if self._kind == 'F':
            raise OverflowError('cannot convert Infinity to integer ratio')
        if self._kind:
            raise ValueError('cannot convert NaN to integer ratio')
        number = -self._int if self._sign else self._int
        if self._exp >= 0:
            return number * 10 ** self._exp, 1
        unit = 10 ** -self._exp
        divisor = _math.gcd(number, unit)
        return number // divisor, unit // divisor

    def is_finite(self):
        return not self._kind

    def is_infinite(self):
        return self._kind == 'F'

    def is_nan(self):
        return self._kind in ('n', 'N')

    def is_qnan(self):
        return self._kind == 'n'

    def is_snan(self):
        return self._kind == 'N'

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return not self._kind and self._int == 0

    def is_normal(self, context=None):
        return not self._kind and self._int != 0 and self.adjusted() >= (context or getcontext()).Emin

    def is_subnormal(self, context=None):
        return not self._kind and self._int != 0 and self.adjusted() < (context or getcontext()).Emin

    def is_canonical(self):
        return True

    def canonical(self):
        return self

    def same_quantum(self, other, context=None):
        other = _needed(other)
        if self._kind or other._kind:
            return self._kind.lower() == other._kind.lower()
        return self._exp == other._exp

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return Decimal, (str(self),)

    # --- conversion ---

    def __int__(self):
        if self._kind == 'F':
            raise OverflowError('cannot convert Infinity to integer')
        if self._kind:
            raise ValueError('cannot convert NaN to integer')
        value = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -value if self._sign else value

    __trunc__ = __int__

    def __float__(self):
        if self._kind == 'N':
            raise ValueError('cannot convert signaling NaN to float')
        return float('-nan' if self._sign else 'nan') if self._kind == 'n' else float(str(self))

    def _whole(self, rounding):
        if self._kind:
            return int(self)
        number, _ = _rounded(self._sign, self._int, -self._exp, rounding)
        return -number if self._sign else number

    def __floor__(self):
        return self._whole(ROUND_FLOOR)

    def __ceil__(self):
        return self._whole(ROUND_CEILING)

    def __round__(self, n=None):
        if n is None:
            return self._whole(ROUND_HALF_EVEN)
        return self.quantize(_made(0, 1, -n))

    # --- arithmetic ---

    def _rounded(self, context=None):
        if self._kind:
            return _no_number(self) or self
        return _finished(self._sign, self._int, self._exp, context)

    def __pos__(self):
        if not self._kind and not self._int and getcontext().rounding != ROUND_FLOOR:
            return self.copy_abs()._rounded()
        return self._rounded()

    def __neg__(self):
        if not self._kind and not self._int:
            return +self.copy_abs()
        return self.copy_negate()._rounded()

    def __abs__(self):
        return (self.copy_abs() if self._kind not in ('n', 'N') else self)._rounded()

    def copy_abs(self):
        return _made(0, self._int, self._exp, self._kind)

    def copy_negate(self):
        return _made(1 - self._sign, self._int, self._exp, self._kind)

    def copy_sign(self, other, context=None):
        return _made(_needed(other)._sign, self._int, self._exp, self._kind)

    def __add__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else _sums().added(self, other)

    __radd__ = __add__

    def __sub__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        return self + (other if other._kind in ('n', 'N') else other.copy_negate())

    def __rsub__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other - self

    def __mul__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        sign = self._sign ^ other._sign
        if self._kind or other._kind:
            no_number = _no_number(self, other)
            if no_number is not None:
                return no_number
            return _made(sign, 0, 0, 'F') if self and other else _invalid()
        return _finished(sign, self._int * other._int, self._exp + other._exp)

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else _division().divided(self, other)

    def __rtruediv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other / self

    def __divmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else _division().quotient_and_rest(self, other)

    def __rdivmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else divmod(other, self)

    def __floordiv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else _division().quotient(self, other)

    def __rfloordiv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other // self

    def __mod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else _division().rest(self, other)

    def __rmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other % self

    def remainder_near(self, other, context=None):
        return _division().nearest_rest(self, _needed(other))

    def fma(self, other, third, context=None):
        other, third = _needed(other), _needed(third)
        if self._kind or other._kind:
            return self * other + third
        return _made(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp) + third

    def __pow__(self, other, modulo=None):
        from _decimal_powers import power, power_modulo
        other = _operand(other)
        if other is NotImplemented:
            return other
        return power(self, other) if modulo is None else power_modulo(self, other, _needed(modulo))

    def __rpow__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other ** self

    def sqrt(self, context=None):
        from _decimal_powers import square_root
        return square_root(self, context or getcontext())

    def exp(self, context=None):
        from _decimal_powers import exponential
        return exponential(self, context or getcontext())

    def ln(self, context=None):
        from _decimal_powers import logarithm
        return logarithm(self, context or getcontext(), False)

    def log10(self, context=None):
        from _decimal_powers import logarithm
        return logarithm(self, context or getcontext(), True)

    def logb(self, context=None):
        if self._kind:
            return _no_number(self) or self.copy_abs()
        if not self._int:
            (context or getcontext())._raise(DivisionByZero)
            return _made(1, 0, 0, 'F')
        return Decimal(self.adjusted())._rounded(context)

    def scaleb(self, other, context=None):
        other = _needed(other)
        if self._kind or other._kind:
            return _no_number(self, other) or (self if self._kind else _invalid())
        if other._exp != 0:
            return _invalid()
        return _finished(self._sign, self._int, self._exp + int(other), context)

    # --- rounding ---

    def quantize(self, exp, rounding=None, context=None):
        context = context or getcontext()
        return _rounding().quantized(self, _needed(exp), rounding or context.rounding, context)

    def to_integral_exact(self, rounding=None, context=None):
        context = context or getcontext()
        return _rounding().to_whole(self, rounding or context.rounding, context, True)

    def to_integral_value(self, rounding=None, context=None):
        context = context or getcontext()
        return _rounding().to_whole(self, rounding or context.rounding, context, False)

    to_integral = to_integral_value

    def normalize(self, context=None):
        return _rounding().without_zeros(self, context or getcontext())

    def number_class(self, context=None):
        if self._kind in ('n', 'N'):
            return 'sNaN' if self._kind == 'N' else 'NaN'
        if self._kind:
            kind = 'Infinity'
        else:
            kind = 'Zero' if not self._int else 'Subnormal' if self.is_subnormal(context) else 'Normal'
        return ('-' if self._sign else '+') + kind


for _name in ('next_plus', 'next_minus', 'logical_invert', 'radix'):
    setattr(Decimal, _name, _stepping(_name, 0, _needed))
for _name in ('next_toward', 'logical_and', 'logical_or', 'logical_xor', 'rotate', 'shift', 'compare_signal',
              'compare_total', 'compare_total_mag', 'max_mag', 'min_mag'):
    setattr(Decimal, _name, _stepping(_name, 1, _needed))


# Loaded when they are needed, for they need this module.
def _division():
    import _decimal_division
    return _decimal_division


def _sums():
    import _decimal_sums
    return _decimal_sums


def _rounding():
    import _decimal_rounding
    return _decimal_rounding


def _half_even(context):
    # The context with its own flags, rounding to the nearest.
    if context.rounding == ROUND_HALF_EVEN:
        return context
    made = context.copy()
    made.rounding = ROUND_HALF_EVEN
    made.flags, made.traps = context.flags, context.traps
    return made


_numbers.Number.register(Decimal)
