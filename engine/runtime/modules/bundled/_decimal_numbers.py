# The arithmetic on whole numbers that decimals are made of: digits, rounding, logarithms and powers, and texts.
import re


# What str() and int() always take, whatever the limit of sys.set_int_max_str_digits(); decimals know no such limit.
_digits_at_once = 640
_bits_at_once = 2126


def text_of(number):
    """The digits of a number that is not negative, however many."""
    if number.bit_length() <= _bits_at_once:
        return str(number)
    half = digits_of(number) // 2
    high, low = divmod(number, 10 ** half)
    return text_of(high) + text_of(low).rjust(half, '0')


def number_of(digits):
    """The number that digits write, however many."""
    if len(digits) <= _digits_at_once:
        return int(digits)
    half = len(digits) // 2
    return number_of(digits[:-half]) * 10 ** half + number_of(digits[-half:])


def digits_of(number):
    """How many decimal digits a number has that is not negative; 1 of 0."""
    if number.bit_length() <= _bits_at_once:
        return len(str(number))
    least = (number.bit_length() - 1) * 30102999566398 // 10 ** 14  # of the bits, by the logarithm of 2
    return least + 1 if number < 10 ** (least + 1) else least + 2


def rounded(sign, number, drop, rounding):
    """The number without its last `drop` digits, and whether those were other than zeros."""
    if drop <= 0:
        return number * 10 ** -drop, False
    if drop > digits_of(number):  # far below the last digit that is kept
        kept, rest, half = 0, number, -1
    else:
        unit = 10 ** drop
        kept, rest = divmod(number, unit)
        half = 2 * rest - unit
    if rest == 0:
        return kept, False
    up = {'ROUND_DOWN': False, 'ROUND_UP': True, 'ROUND_CEILING': not sign, 'ROUND_FLOOR': bool(sign),
          'ROUND_HALF_UP': half >= 0, 'ROUND_HALF_DOWN': half > 0,
          'ROUND_HALF_EVEN': half > 0 or half == 0 and kept % 2 == 1, 'ROUND_05UP': kept % 5 == 0}[rounding]
    return kept + up, True


def _divided(a, b):
    # a / b to the nearest.
    return (2 * a + b) // (2 * b)


def _atanh_of_inverse(n, unit):
    # atanh(1 / n) in units: 1/n + 1/(3 n**3) + …
    term = unit // n
    total, k = 0, 1
    while term:
        total += term // k
        term //= n * n
        k += 2
    return total


def ln_scaled(number, exponent, places):
    """ln(number * 10**exponent) * 10**places, but for an error of less than 100."""
    places += 5
    unit = 10 ** places
    ln2 = 2 * _atanh_of_inverse(3, unit)
    ln10 = 3 * ln2 + 2 * _atanh_of_inverse(9, unit)
    size = digits_of(number)
    shift = exponent + size
    x = _divided(number * unit, 10 ** size)  # between 0.1 and 1
    twos = 0
    while 4 * x < 3 * unit:  # until it is between 0.75 and 1.5
        x *= 2
        twos += 1
    z = _divided((x - unit) * unit, x + unit)
    square = z * z // unit
    total, term, k = 0, z, 1
    while term not in (0, -1):
        total += term // k
        term = term * square // unit
        k += 2
    return _divided(2 * total - twos * ln2 + shift * ln10, 10 ** 5)


def exp_scaled(number, places):
    """exp(number / 10**places) as a number of about `places` digits and an exponent."""
    extra = 10 + digits_of(abs(number) // 10 ** places)
    places += extra
    unit = 10 ** places
    number *= 10 ** extra
    ln10 = ln_scaled(10, 0, places + 3) // 1000
    tens, rest = divmod(number, ln10)
    rest >>= 8
    total = term = unit
    k = 1
    while term:
        term = term * rest // (unit * k)
        total += term
        k += 1
    for _ in range(8):
        total = total * total // unit
    return total // 10 ** extra, tens - places + extra


_number = re.compile(r"""(?P<sign>[-+])?
    (?:(?P<whole>\d*)(?:\.(?P<decimals>\d*))?(?:e(?P<exponent>[-+]?\d+))?
    |(?P<infinity>inf(?:inity)?)|(?P<signal>s)?(?P<nan>nan)(?P<payload>\d*))""", re.VERBOSE | re.IGNORECASE)


def parsed(text):
    """(sign, number, exponent, kind) of a literal; None if it is none."""
    found = _number.fullmatch(text.strip().replace('_', ''))
    if found is None:
        return None
    sign = int(found['sign'] == '-')
    if found['infinity']:
        return sign, 0, 0, 'F'
    if found['nan']:
        return sign, number_of(found['payload'] or '0'), 0, 'N' if found['signal'] else 'n'
    whole, decimals = found['whole'] or '', found['decimals'] or ''
    if not whole and not decimals:
        return None
    return sign, number_of(whole + decimals), int(found['exponent'] or 0) - len(decimals), ''


_spec = re.compile(r"""(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ])?(?P<z>z)?(?P<alternative>\#)?(?P<zero>0)?
    (?P<width>\d+)?(?P<comma>,)?(?:\.(?P<precision>\d+))?(?P<type>[eEfFgGn%])?""", re.VERBOSE | re.DOTALL)


def read_spec(spec):
    found = _spec.fullmatch(spec)
    if found is None:
        raise ValueError('invalid format string')
    return found


def laid_out(sign, body, spec, is_number=True):
    """Digits with their sign, in groups, and in the width of a format spec."""
    fill, align, width = spec['fill'] or ' ', spec['align'] or '>', int(spec['width'] or 0)
    if spec['zero'] and is_number:
        fill, align = ('0', '=') if not spec['align'] else (fill, align)
    prefix = '-' if sign else spec['sign'] if spec['sign'] in ('+', ' ') else ''
    if spec['comma'] and is_number:
        end = next((at for at, each in enumerate(body) if not each.isdigit()), len(body))
        whole = body[:end]
        if fill == '0' and align == '=':
            wanted = width - len(prefix) - (len(body) - end)
            while len(_grouped(whole)) < wanted:
                whole = '0' + whole
        body = _grouped(whole) + body[end:]
    if align == '=':
        return prefix + body.rjust(width - len(prefix), fill)
    text = prefix + body
    if align == '^':
        text = fill * (max(width - len(text), 0) // 2) + text
    return text.rjust(width, fill) if align == '>' else text.ljust(width, fill)


def _grouped(whole):
    first = len(whole) % 3
    return ','.join(([whole[:first]] if first else []) + [whole[at:at + 3] for at in range(first, len(whole), 3)])
