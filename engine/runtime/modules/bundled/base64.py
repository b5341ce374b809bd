# Bytes as text of 64, 32 or 16 letters (RFC 4648); _base85.py has those of 85.
import re
from _base85 import a85decode, a85encode, b85decode, b85encode

__all__ = ['encode', 'decode', 'encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'b32encode', 'b32decode',
           'b32hexencode', 'b32hexdecode', 'b16encode', 'b16decode', 'b85encode', 'b85decode', 'a85encode', 'a85decode',
           'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode']

_letters64 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_letters32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_hex_letters32 = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'


class _Error(ValueError):
    pass


_Error.__name__ = _Error.__qualname__ = 'Error'
_Error.__module__ = 'binascii'


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    raise TypeError(f"argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}")


def _checked(s):
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError(f"a bytes-like object is required, not '{type(s).__name__}'")
    return bytes(s)


def _grouped(data, letters, bits, size):
    # `size` letters of so many bits for each group of bytes that fills them.
    width = size * bits // 8
    made = bytearray()
    for at in range(0, len(data), width):
        part = data[at:at + width]
        number = int.from_bytes(part.ljust(width, b'\0'), 'big')
        used = -(-len(part) * 8 // bits)
        made += bytes([letters[number >> bits * (size - 1 - each) & (1 << bits) - 1] for each in range(used)])
        made += b'=' * (size - used)
    return bytes(made)


def b64encode(s, altchars=None):
    made = _grouped(_checked(s), _letters64, 6, 4)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        made = made.translate(bytes.maketrans(b'+/', altchars))
    return made


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b'+/'))
    if validate and not re.fullmatch(b'[A-Za-z0-9+/]*={0,2}', s):
        raise _Error('Only base64 data is allowed')
    made = bytearray()
    number = letters = padding = 0
    for byte in s:
        if byte == 61:  # '='
            padding += letters >= 2
            if letters + padding >= 4:
                break
            continue
        value = _letters64.find(byte)
        if value < 0:
            continue
        number, letters, padding = number << 6 | value, letters + 1, 0
        if letters == 4:
            made += number.to_bytes(3, 'big')
            number = letters = 0
    else:
        if letters == 1:
            raise _Error(f'Invalid base64-encoded string: number of data characters ({len(made) // 3 * 4 + 1}) '
                         'cannot be 1 more than a multiple of 4')
        if letters:
            raise _Error('Incorrect padding')
    if letters:
        made += (number << 6 * (4 - letters)).to_bytes(3, 'big')[:letters - 1]
    return bytes(made)


standard_b64encode = b64encode
standard_b64decode = b64decode


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(_bytes(s), b'-_')


def b32encode(s):
    return _grouped(_checked(s), _letters32, 5, 8)


def b32hexencode(s):
    return _grouped(_checked(s), _hex_letters32, 5, 8)


def b32decode(s, casefold=False, map01=None):
    s = _bytes(s)
    if map01 is not None and len(s) % 8 == 0:
        s = s.translate(bytes.maketrans(b'01', b'O' + _bytes(map01)))
    return _decoded32(s, _letters32, casefold)


def b32hexdecode(s, casefold=False):
    return _decoded32(_bytes(s), _hex_letters32, casefold)


def _decoded32(s, alphabet, casefold):
    if len(s) % 8:
        raise _Error('Incorrect padding')
    if casefold:
        s = s.upper()
    letters = s.rstrip(b'=')
    padding = len(s) - len(letters)
    number = 0
    for byte in letters:
        value = alphabet.find(byte)
        if value < 0:
            raise _Error('Non-base32 digit found')
        number = number << 5 | value
    if padding not in (0, 1, 3, 4, 6):
        raise _Error('Incorrect padding')
    made = (number << 5 * padding).to_bytes(len(s) // 8 * 5, 'big')
    return made[:len(made) - (padding * 5 + 7) // 8] if padding else made


def b16encode(s):
    return _checked(s).hex().upper().encode('ascii')


def b16decode(s, casefold=False):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    if re.search(b'[^0-9A-F]', s):
        raise _Error('Non-base16 digit found')
    if len(s) % 2:
        raise _Error('Odd-length string')
    return bytes.fromhex(s.decode('ascii'))


def encodebytes(s):
    s = _checked(s)
    return b''.join([b64encode(s[at:at + 57]) + b'\n' for at in range(0, len(s), 57)])


def decodebytes(s):
    return b64decode(_checked(s))


def encode(input, output):
    while piece := input.read(57):
        output.write(encodebytes(piece))


def decode(input, output):
    while line := input.readline():
        output.write(decodebytes(line))
