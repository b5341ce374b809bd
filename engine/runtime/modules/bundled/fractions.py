import math
import numbers as _numbers
import operator as _operator

__all__ = ['Fraction']


def _parse(text):
    """Numerator and denominator of '3/4', '-1.25', '1e-3' and the like."""
    body = text.strip()
    sign = 1
    if body[:1] in ('+', '-'):
        sign = -1 if body[0] == '-' else 1
        body = body[1:]
    upper, slash, lower = body.partition('/')
    if slash:
        if _is_digits(upper) and _is_digits(lower):
            return sign * int(upper), int(lower)
    else:
        mantissa, _, exponent = body.replace('E', 'e').partition('e')
        whole, _, decimals = mantissa.partition('.')
        digits = whole + decimals
        power = exponent[1:] if exponent[:1] in ('+', '-') else exponent
        fits = (_is_digits(whole) if whole else decimals) and (not decimals or _is_digits(decimals))
        if fits and (_is_digits(power) if 'e' in body.lower() else not exponent):
            shift = (int(exponent) if exponent else 0) - len(decimals.replace('_', ''))
            numerator = sign * int(digits)
            return (numerator * 10 ** shift, 1) if shift >= 0 else (numerator, 10 ** -shift)
    raise ValueError(f'Invalid literal for Fraction: {text!r}')


def _is_digits(text):
    return text.replace('_', '').isdecimal() and text[0] != '_' and text[-1] != '_' and '__' not in text


class Fraction:
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if type(numerator) is int:
                return cls._of(numerator, 1)
            if isinstance(numerator, (Fraction, int)):
                return cls._of(numerator.numerator, numerator.denominator)
            if isinstance(numerator, float) or hasattr(numerator, 'as_integer_ratio'):
                return cls._of(*numerator.as_integer_ratio())
            if not isinstance(numerator, str):
                raise TypeError('argument should be a string or a Rational instance')
            numerator, denominator = _parse(numerator)
        elif not (isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction))):
            raise TypeError('both arguments should be Rational instances')
        else:
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        if denominator == 0:
            raise ZeroDivisionError(f'Fraction({numerator}, 0)')
        divisor = math.gcd(numerator, denominator)
        if denominator < 0:
            divisor = -divisor
        return cls._of(numerator // divisor, denominator // divisor)

    @classmethod
    def _of(cls, numerator, denominator):
        self = object.__new__(cls)
        self._numerator = numerator
        self._denominator = denominator
        return self

    @classmethod
    def from_float(cls, f):
        if not isinstance(f, (int, float)):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')
        return cls._of(*f.as_integer_ratio())

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        # Convergents of the continued fraction, and the last one that fits between two of them.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._of(p1, q1)
        return Fraction._of(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f'{type(self).__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        return hash(self._numerator / self._denominator)

    def __eq__(self, other):
        if isinstance(other, (int, Fraction)):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, float):
            return math.isfinite(other) and self == Fraction(other)
        return NotImplemented

    def _ordered(self, other, order):
        if isinstance(other, (int, Fraction)):
            return order(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            return order(self, Fraction(other)) if math.isfinite(other) else order(0.0, other)
        return NotImplemented

    def __lt__(self, other):
        return self._ordered(other, _operator.lt)

    def __gt__(self, other):
        return self._ordered(other, _operator.gt)

    def __le__(self, other):
        return self._ordered(other, _operator.le)

    def __ge__(self, other):
        return self._ordered(other, _operator.ge)

    def __bool__(self):
        return self._numerator != 0

    def __int__(self):
        return self.__trunc__()

    def __float__(self):
        return self._numerator / self._denominator

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else \
            self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            above = rest * 2 > self._denominator or rest * 2 == self._denominator and floor % 2 == 1
            return floor + above
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __pos__(self):
        return Fraction._of(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction._of(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction._of(abs(self._numerator), self._denominator)

    def __pow__(self, other):
        if isinstance(other, (int, Fraction)) and other.denominator == 1:
            power = other.numerator
            if power >= 0:
                return Fraction._of(self._numerator ** power, self._denominator ** power)
            return Fraction(self._denominator ** -power, self._numerator ** -power)
        return float(self) ** float(other)

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other ** self._numerator
        return other ** float(self)


def _both_ways(on_fractions, on_floats):
    """The two methods of an operator: with the fraction on the left and on the right."""

    def forward(a, b):
        if isinstance(b, (int, Fraction)):
            return on_fractions(a._numerator, a._denominator, b.numerator, b.denominator)
        return on_floats(float(a), b) if isinstance(b, float) else NotImplemented

    def backward(b, a):
        if isinstance(a, int):
            return on_fractions(a, 1, b._numerator, b._denominator)
        return on_floats(a, float(b)) if isinstance(a, float) else NotImplemented

    return forward, backward


_operations = {
    'add': (lambda an, ad, bn, bd: Fraction(an * bd + bn * ad, ad * bd), _operator.add),
    'sub': (lambda an, ad, bn, bd: Fraction(an * bd - bn * ad, ad * bd), _operator.sub),
    'mul': (lambda an, ad, bn, bd: Fraction(an * bn, ad * bd), _operator.mul),
    'truediv': (lambda an, ad, bn, bd: Fraction(an * bd, ad * bn), _operator.truediv),
    'floordiv': (lambda an, ad, bn, bd: an * bd // (ad * bn), _operator.floordiv),
    'mod': (lambda an, ad, bn, bd: Fraction(an * bd % (bn * ad), ad * bd), _operator.mod),
    'divmod': (lambda an, ad, bn, bd: (an * bd // (ad * bn), Fraction(an * bd % (bn * ad), ad * bd)), divmod),
}
for _name, _pair in _operations.items():
    _forward, _backward = _both_ways(*_pair)
    setattr(Fraction, f'__{_name}__', _forward)
    setattr(Fraction, f'__r{_name}__', _backward)


_numbers.Rational.register(Fraction)
