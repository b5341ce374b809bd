# Decimals as text: scientific, in powers of a thousand, or by a format spec.
from _decimal_numbers import digits_of, laid_out, read_spec, rounded, text_of


def _pointed(digits, point):
    # With the point after so many digits, zeros added where there are none.
    if point <= 0:
        return '0.' + '0' * -point + digits
    if point >= len(digits):
        return digits + '0' * (point - len(digits))
    return digits[:point] + '.' + digits[point:]


def written(self, context, engineering):
    sign = '-' if self._sign else ''
    if self._kind:
        return sign + {'F': 'Infinity', 'n': 'NaN', 'N': 'sNaN'}[self._kind] + (text_of(self._int) if self._int else '')
    digits = text_of(self._int)
    left = self._exp + len(digits)
    if self._exp <= 0 and left > -6:
        point = left
    elif not engineering:
        point = 1
    elif self._int == 0:
        point = (left + 1) % 3 - 1
    else:
        point = (left - 1) % 3 + 1
    text = sign + _pointed(digits, point)
    return text if left == point else f'{text}{"E" if context.capitals else "e"}{left - point:+d}'


def formatted(self, specifier, context):
    spec = read_spec(specifier)
    kind = spec['type'] or ''
    if self._kind:
        return laid_out(self._sign, str(self.copy_abs()) + '%' * (kind == '%'), spec, False)
    fixed, scientific = kind in ('f', 'F', '%'), kind in ('e', 'E')
    number, exponent = self._int, self._exp + 2 * (kind == '%')
    if spec['precision'] is not None:
        number, exponent = _cut(self._sign, number, exponent, int(spec['precision']), fixed, scientific, context)
    if fixed and number == 0:
        exponent = min(exponent, 0)
    digits = text_of(number)
    left = exponent + len(digits)
    if scientific and number == 0 and spec['precision'] is not None:
        digits = '0' * (int(spec['precision']) + 1)
        left += int(spec['precision'])
    point = left if fixed or not scientific and exponent <= 0 and left > -6 else 1
    body = _pointed(digits, point)
    if left != point or scientific:
        large = kind in ('E', 'G') or kind == '' and context.capitals
        body += f'{"E" if large else "e"}{left - point:+d}'
    negative = self._sign and not (spec['z'] and not number)
    return laid_out(negative, body + '%' * (kind == '%'), spec)


def _cut(sign, number, exponent, precision, fixed, scientific, context):
    # The number with the places that a precision leaves.
    if fixed:
        drop = -precision - exponent
    elif scientific:
        drop = digits_of(number) - precision - 1 if number else 0
    else:
        drop = max(digits_of(number) - max(precision, 1), 0)
    wanted = max(precision + scientific, 1)
    number, _ = rounded(sign, number, drop, context.rounding)
    exponent += drop
    if not fixed and digits_of(number) > wanted:
        number //= 10
        exponent += 1
    return number, exponent
