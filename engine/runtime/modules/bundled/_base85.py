# Bytes as text of 85 letters: Ascii85, and base 85 as git has it.

_letters = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'
_ascii = bytes(range(33, 118))
_blanks = b' \t\n\r\v'


def _encoded(b, letters, pad, zeros=None, spaces=None):
    # Four bytes are five letters. A group of zeros or of spaces may have one of its own.
    if not isinstance(b, (bytes, bytearray)):
        raise TypeError(f"memoryview: a bytes-like object is required, not '{type(b).__name__}'")
    missing = -len(b) % 4
    made = []
    for at in range(0, len(b), 4):
        number = int.from_bytes(bytes(b[at:at + 4]).ljust(4, b'\0'), 'big')
        if zeros and not number:
            made.append(zeros)
        elif spaces and number == 0x20202020:
            made.append(spaces)
        else:
            made.append(bytes([letters[number // 85 ** place % 85] for place in (4, 3, 2, 1, 0)]))
    if missing and not pad:
        if made[-1] == zeros:
            made[-1] = letters[:1] * 5
        made[-1] = made[-1][:-missing]
    return b''.join(made)


def _as_bytes(b):
    if isinstance(b, str):
        try:
            return b.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    if isinstance(b, (bytes, bytearray)):
        return bytes(b)
    raise TypeError(f"argument should be a bytes-like object or ASCII string, not {b.__class__.__name__!r}")


def b85encode(b, pad=False):
    return _encoded(b, _letters, pad)


def b85decode(b):
    b = _as_bytes(b)
    missing = -len(b) % 5
    made = []
    padded = b + b'~' * missing
    for at in range(0, len(padded), 5):
        number = 0
        for place in range(at, at + 5):
            value = _letters.find(padded[place])
            if value < 0:
                raise ValueError(f'bad base85 character at position {place}')
            number = number * 85 + value
        if number > 0xFFFFFFFF:
            raise ValueError(f'base85 overflow in hunk starting at byte {at}')
        made.append(number.to_bytes(4, 'big'))
    whole = b''.join(made)
    return whole[:-missing] if missing else whole


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    made = _encoded(b, _ascii, pad, b'z', b'y' if foldspaces else None)
    if adobe:
        made = b'<~' + made
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [made[at:at + wrapcol] for at in range(0, len(made), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b'')
        made = b'\n'.join(lines)
    return made + b'~>' if adobe else made


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=_blanks):
    b = _as_bytes(b)
    if adobe:
        if not b.endswith(b'~>'):
            raise ValueError(f"Ascii85 encoded byte sequences must end with {b'~>'!r}")
        b = b[2 if b.startswith(b'<~') else 0:-2]
    made = []
    group = []
    for byte in b + b'u' * 4:
        if 33 <= byte <= 117:
            group.append(byte - 33)
            if len(group) == 5:
                number = 0
                for value in group:
                    number = number * 85 + value
                if number > 0xFFFFFFFF:
                    raise ValueError('Ascii85 overflow')
                made.append(number.to_bytes(4, 'big'))
                group = []
        elif byte == 122:
            if group:
                raise ValueError('z inside Ascii85 5-tuple')
            made.append(b'\0\0\0\0')
        elif foldspaces and byte == 121:
            if group:
                raise ValueError('y inside Ascii85 5-tuple')
            made.append(b'    ')
        elif byte not in ignorechars:
            raise ValueError(f'Non-Ascii85 digit found: {chr(byte)}')
    whole = b''.join(made)
    padding = 4 - len(group)
    return whole[:-padding] if padding else whole
