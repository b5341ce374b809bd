__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']

_infinity = float('inf')


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = doc.count('\n', 0, pos) + 1
        self.colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {self.lineno} column {self.colno} (char {pos})')

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


JSONDecodeError.__module__ = 'json.decoder'


# --- reading ------------------------------------------------------------------------------

_escapes = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
_constants = {'NaN': float('nan'), 'Infinity': _infinity, '-Infinity': -_infinity}
_blanks = ' \t\n\r'
_hex_digits = set('0123456789abcdefABCDEF')


def _skip_blanks(text, at):
    length = len(text)
    while at < length and text[at] in _blanks:
        at += 1
    return at


def _digits_end(text, at):
    length = len(text)
    while at < length and '0' <= text[at] <= '9':
        at += 1
    return at


class _Reader:
    """Reads values from a text; each method takes a place and gives the value and where it ends."""

    def __init__(self, decoder, text):
        self.decoder = decoder
        self.text = text
        self.keys = {}  # equal keys are one string

    def value(self, at):
        text = self.text
        letter = text[at:at + 1]
        if letter == '"':
            return self.string(at + 1)
        if letter == '{':
            return self.object(at + 1)
        if letter == '[':
            return self.array(at + 1)
        if letter == 'n' and text.startswith('null', at):
            return None, at + 4
        if letter == 't' and text.startswith('true', at):
            return True, at + 4
        if letter == 'f' and text.startswith('false', at):
            return False, at + 5
        if letter and letter in '-0123456789':
            return self.number(at)
        for name in ('NaN', 'Infinity'):
            if text.startswith(name, at):
                return self.decoder.parse_constant(name), at + len(name)
        raise JSONDecodeError('Expecting value', text, at)

    def number(self, start):
        text = self.text
        at = start + (text[start] == '-')
        if text.startswith('Infinity', at) and at > start:
            return self.decoder.parse_constant('-Infinity'), at + 8
        if text[at:at + 1] == '0':
            at += 1
        else:
            end = _digits_end(text, at)
            if end == at:
                raise JSONDecodeError('Expecting value', text, start)
            at = end
        whole = at
        if text[at:at + 1] == '.':
            end = _digits_end(text, at + 1)
            if end > at + 1:
                at = end
        if text[at:at + 1] in ('e', 'E'):
            begin = at + 1 + (text[at + 1:at + 2] in ('+', '-'))
            end = _digits_end(text, begin)
            if end > begin:
                at = end
        digits = text[start:at]
        return (self.decoder.parse_int if at == whole else self.decoder.parse_float)(digits), at

    def string(self, at):
        text = self.text
        begin = at - 1
        strict = self.decoder.strict
        pieces = []
        while True:
            end = text.find('"', at)
            if end < 0:
                self._check_control(at, len(text), strict)
                raise JSONDecodeError('Unterminated string starting at', text, begin)
            backslash = text.find('\\', at, end)
            stop = end if backslash < 0 else backslash
            self._check_control(at, stop, strict)
            pieces.append(text[at:stop])
            if backslash < 0:
                return pieces[0] if len(pieces) == 1 else ''.join(pieces), end + 1
            letter = text[backslash + 1:backslash + 2]
            if not letter:
                raise JSONDecodeError('Unterminated string starting at', text, begin)
            at = backslash + 2
            if letter != 'u':
                if letter not in _escapes:
                    raise JSONDecodeError('Invalid \\escape', text, backslash)
                pieces.append(_escapes[letter])
                continue
            code = self._code_unit(at)
            at += 4
            if 0xD800 <= code <= 0xDBFF and text.startswith('\\u', at):
                second = self._code_unit(at + 2)
                if 0xDC00 <= second <= 0xDFFF:
                    code = 0x10000 + ((code - 0xD800) << 10 | second - 0xDC00)
                    at += 6
            pieces.append(chr(code))

    def _check_control(self, at, end, strict):
        part = self.text[at:end]
        if strict and part and min(part) < ' ':
            place = at + next(i for i, letter in enumerate(part) if letter < ' ')
            raise JSONDecodeError('Invalid control character at', self.text, place)

    def _code_unit(self, at):
        digits = self.text[at:at + 4]
        if len(digits) != 4 or not _hex_digits.issuperset(digits):
            raise JSONDecodeError('Invalid \\uXXXX escape', self.text, at - 1)
        return int(digits, 16)

    def array(self, at):
        text = self.text
        values = []
        at = _skip_blanks(text, at)
        if text[at:at + 1] == ']':
            return values, at + 1
        while True:
            value, at = self.value(at)
            values.append(value)
            at = _skip_blanks(text, at)
            letter = text[at:at + 1]
            if letter == ']':
                return values, at + 1
            if letter != ',':
                raise JSONDecodeError("Expecting ',' delimiter", text, at)
            at = _skip_blanks(text, at + 1)

    def object(self, at):
        text = self.text
        pairs = []
        at = _skip_blanks(text, at)
        if text[at:at + 1] == '}':
            return self._finish(pairs), at + 1
        while True:
            if text[at:at + 1] != '"':
                raise JSONDecodeError('Expecting property name enclosed in double quotes', text, at)
            key, at = self.string(at + 1)
            key = self.keys.setdefault(key, key)
            at = _skip_blanks(text, at)
            if text[at:at + 1] != ':':
                raise JSONDecodeError("Expecting ':' delimiter", text, at)
            value, at = self.value(_skip_blanks(text, at + 1))
            pairs.append((key, value))
            at = _skip_blanks(text, at)
            letter = text[at:at + 1]
            if letter == '}':
                return self._finish(pairs), at + 1
            if letter != ',':
                raise JSONDecodeError("Expecting ',' delimiter", text, at)
            at = _skip_blanks(text, at + 1)

    def _finish(self, pairs):
        decoder = self.decoder
        if decoder.object_pairs_hook is not None:
            return decoder.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if decoder.object_hook is None else decoder.object_hook(made)


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _constants.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        value, end = self.raw_decode(s, _skip_blanks(s, 0))
        end = _skip_blanks(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        return _Reader(self, s).value(idx)


JSONDecoder.__module__ = 'json.decoder'


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    if isinstance(s, str):
        if s.startswith('\ufeff'):
            raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode('utf-8')
    else:
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {type(s).__name__}')
    for name, value in (('object_hook', object_hook), ('object_pairs_hook', object_pairs_hook),
                        ('parse_float', parse_float), ('parse_int', parse_int), ('parse_constant', parse_constant)):
        if value is not None:
            kw[name] = value
    return (cls or JSONDecoder)(**kw).decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)


# --- writing ------------------------------------------------------------------------------

_written = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f', '\b': '\\b'}
_to_escape = {number: _written.get(chr(number), f'\\u{number:04x}') for number in range(32)}
_to_escape.update({ord(letter): text for letter, text in _written.items()})


def _quote(text, ascii_only):
    text = str.translate(text, _to_escape)
    if ascii_only and not (text.isascii() and '\x7f' not in text):
        text = ''.join([letter if letter <= '~' else _escape(ord(letter)) for letter in text])
    return f'"{text}"'


def _escape(code):
    if code < 0x10000:
        return f'\\u{code:04x}'
    code -= 0x10000
    return f'\\u{0xD800 | code >> 10:04x}\\u{0xDC00 | code & 0x3FF:04x}'


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        return ''.join(self._pieces(o))

    def iterencode(self, o, _one_shot=False):
        return iter(self._pieces(o))

    def _pieces(self, o):
        pieces = []
        indent = self.indent
        _Writer(self, pieces, ' ' * indent if isinstance(indent, int) else indent).write(o, '\n')
        return pieces


JSONEncoder.__module__ = 'json.encoder'


class _Writer:
    def __init__(self, encoder, pieces, indent):
        self.encoder = encoder
        self.add = pieces.append
        self.indent = indent
        self.inside = set()  # what is being written, by id

    def simple(self, o):
        """The text of what holds nothing else; None for others."""
        if isinstance(o, str):
            return _quote(o, self.encoder.ensure_ascii)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            return int.__repr__(o)
        return self.real(o) if isinstance(o, float) else None

    def real(self, o):
        if o == o and o not in (_infinity, -_infinity):
            return float.__repr__(o)
        if not self.encoder.allow_nan:
            raise ValueError('Out of range float values are not JSON compliant')
        return 'NaN' if o != o else 'Infinity' if o > 0 else '-Infinity'

    def write(self, o, newline):
        text = self.simple(o)
        if text is not None:
            self.add(text)
            return
        if self.encoder.check_circular:
            if id(o) in self.inside:
                raise ValueError('Circular reference detected')
            self.inside.add(id(o))
        if isinstance(o, (list, tuple)):
            self.write_all(o, '[]', newline)
        elif isinstance(o, dict):
            self.write_all(self.members(o), '{}', newline)
        else:
            self.write(self.encoder.default(o), newline)
        self.inside.discard(id(o))

    def write_all(self, items, brackets, newline):
        """What is within brackets: values, or (key, value) with the key as text."""
        if not items:
            self.add(brackets)
            return
        separator = self.encoder.item_separator
        inner = newline
        if self.indent is not None:
            inner = newline + self.indent
            separator += inner
        self.add(brackets[0])
        between = inner if self.indent is not None else ''
        for item in items:
            if between:
                self.add(between)
            between = separator
            if brackets == '{}':
                self.add(item[0])
                self.add(self.encoder.key_separator)
                item = item[1]
            self.write(item, inner)
        if self.indent is not None:
            self.add(newline)
        self.add(brackets[1])

    def members(self, o):
        pairs = sorted(o.items()) if self.encoder.sort_keys else o.items()
        made = []
        for key, value in pairs:
            if not isinstance(key, str):
                if key is None or isinstance(key, (int, float)):
                    key = self.simple(key)
                elif self.encoder.skipkeys:
                    continue
                else:
                    raise TypeError('keys must be str, int, float, bool or None, '
                                    f'not {key.__class__.__name__}')
            made.append((_quote(key, self.encoder.ensure_ascii), value))
        return made


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    return (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
                                allow_nan=allow_nan, indent=indent, separators=separators, default=default,
                                sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, **kw):
    for piece in (kw.pop('cls', None) or JSONEncoder)(**kw).iterencode(obj):
        fp.write(piece)
