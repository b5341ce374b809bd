# Numbers as the bytes that C has for them (Modules/_struct.c, Objects/floatobject.c: PyFloat_Pack2 and its like).
from math import copysign, frexp, inf, isinf, isnan, ldexp, nan
from operator import index


class error(Exception):
    __module__ = 'struct'


# Signed and unsigned ints by their letters, with what complaints call them.
_INTS = {'b': 'byte', 'h': 'short', 'i': "'i'", 'l': "'l'", 'q': "'q'", 'n': "'n'",
         'B': 'ubyte', 'H': 'ushort', 'I': "'I'", 'L': "'L'", 'Q': "'Q'", 'N': "'N'"}

# How many bits of a float are its exponent and its fraction.
_FLOATS = {'e': (5, 10), 'f': (8, 23), 'd': (11, 52)}


def packed(letter, size, order, value, native=False):
    """A value as `size` bytes, or for a letter of text as many as it has."""
    try:
        if letter in _INTS:
            return _packed_int(letter, size, order, value)
        if letter in _FLOATS:
            return _float_bits(letter, _as_float(value), native).to_bytes(size, order)
    except OverflowError:
        if not isinstance(value, int):
            raise
        raise error('int too large to convert') from None
    return _OTHERS[letter](value, size, order)


def _as_int(value):
    if not hasattr(type(value), '__index__'):
        raise error('required argument is not an integer')
    return index(value)


def _packed_int(letter, size, order, value):
    value = _as_int(value)
    signed = letter.islower()
    least, most = (-1 << size * 8 - 1, (1 << size * 8 - 1) - 1) if signed else (0, (1 << size * 8) - 1)
    if least <= value <= most:
        return value.to_bytes(size, order, signed=signed)
    # What a C long cannot hold fails before the range is looked at.
    turned = order == 'big' and letter in 'hHqQ'  # read in another way than C's own
    if turned and size == 8:
        raise OverflowError
    unsigned = letter in 'ILQN' or turned and not signed
    fits = 0 <= value < 1 << 64 if unsigned else -1 << 63 <= value < 1 << 63
    if size == 8 or not fits:
        raise error('argument out of range')
    name = f"'{letter}'" if turned else _INTS[letter]
    raise error(f'{name} format requires {least} <= number <= {most}')


def _as_float(value):
    try:
        if not (hasattr(type(value), '__float__') or hasattr(type(value), '__index__')):
            raise TypeError
        return float(value)
    except Exception:
        raise error('required argument is not a float') from None


def _float_bits(letter, value, native):
    exponent_bits, fraction_bits = _FLOATS[letter]
    sign = int(copysign(1.0, value) < 0) << exponent_bits + fraction_bits
    infinite = (1 << exponent_bits) - 1 << fraction_bits
    if isnan(value):
        return sign | infinite | 1 << fraction_bits - 1
    if isinf(value):
        return sign | infinite
    if value == 0:
        return sign
    part, exponent = frexp(abs(value))
    whole, exponent = int(ldexp(part, 53)), exponent - 53
    lowest = 2 - (1 << exponent_bits - 1)  # the exponent of the smallest normal number
    scale = max(exponent + 52, lowest)
    lost = scale - fraction_bits - exponent
    bits = (scale - lowest << fraction_bits) + _rounded_shift(whole, lost)
    if bits >= infinite:
        if native and letter == 'f':  # C turns it into a float
            return sign | infinite
        raise OverflowError(f'float too large to pack with {letter} format')
    return sign | bits


def _rounded_shift(whole, bits):
    """By so many bits to the right, to the nearest, and of two as near to the even one."""
    if bits <= 0:
        return whole
    kept = whole >> bits
    rest, half = whole & (1 << bits) - 1, 1 << bits - 1
    return kept + (rest > half or rest == half and kept & 1)


def _float_of(letter, bits):
    exponent_bits, fraction_bits = _FLOATS[letter]
    fraction = bits & (1 << fraction_bits) - 1
    exponent = bits >> fraction_bits & (1 << exponent_bits) - 1
    negative = bits >> exponent_bits + fraction_bits
    if exponent == (1 << exponent_bits) - 1:
        value = nan if fraction else inf
    elif exponent:
        bias = (1 << exponent_bits - 1) - 1
        value = ldexp(fraction + (1 << fraction_bits), exponent - bias - fraction_bits)
    else:
        value = ldexp(fraction, 2 - (1 << exponent_bits - 1) - fraction_bits)
    return -value if negative else value


def _packed_pointer(value, size, order):
    value = _as_int(value)
    if not -1 << 63 <= value < 1 << 64:
        raise error('int too large to convert')
    return (value % (1 << 64)).to_bytes(size, order)


def _packed_letter(value, size, order):
    if not isinstance(value, bytes) or len(value) != 1:
        raise error('char format requires a bytes object of length 1')
    return value


def _as_text(letter, value):
    if not isinstance(value, (bytes, bytearray)):
        raise error(f"argument for '{letter}' must be a bytes object")
    return bytes(value)


def _packed_text(value, size, order):
    text = _as_text('s', value)[:size]
    return text + bytes(size - len(text))


def _packed_pascal(value, size, order):
    """Begins with its length, as one byte."""
    text = _as_text('p', value)[:max(size - 1, 0)]
    return (bytes([min(len(text), 255)]) + text).ljust(size, b'\0')[:size]


_OTHERS = {
    'P': _packed_pointer,
    'c': _packed_letter,
    's': _packed_text,
    'p': _packed_pascal,
    '?': lambda value, size, order: b'\1' if value else b'\0',
}


def unpacked(letter, order, data):
    """The value that bytes stand for."""
    if letter in _INTS:
        return int.from_bytes(data, order, signed=letter.islower())
    if letter in _FLOATS:
        return _float_of(letter, int.from_bytes(data, order))
    if letter == '?':
        return data != b'\0'
    if letter == 'P':
        return int.from_bytes(data, order)
    if letter == 'p':
        return data[1:1 + data[0]] if data else b''
    return data
