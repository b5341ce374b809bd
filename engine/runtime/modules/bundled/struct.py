# Values packed into bytes (https://docs.python.org/3.11/library/struct.html).
import sys
from operator import index as _index
from _struct_values import error, packed as _packed, unpacked as _unpacked

__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct', 'error']

_STANDARD = {'x': 1, 'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 4, 'L': 4, 'q': 8, 'Q': 8,
             'e': 2, 'f': 4, 'd': 8, 's': 1, 'p': 1}
_NATIVE = _STANDARD | {'l': 8, 'L': 8, 'n': 8, 'N': 8, 'P': 8}  # each begins at a multiple of its size


def _parsed(format):
    """The byte order, whether it is C's own layout, the whole size, and the fields: (letter, where it begins, size,
    how often)."""
    mark = format[:1] if format[:1] in tuple('@=<>!') else ''
    sizes = _STANDARD if mark and mark != '@' else _NATIVE
    order = 'big' if mark and mark in '>!' else 'little'
    fields = []
    size = 0
    at = len(mark)
    while at < len(format):
        digits = at
        while format[at:at + 1].isdigit():
            at += 1
        if at - digits > 4000:  # more than int() reads
            raise error('total struct size too long')
        count = int(format[digits:at]) if at > digits else 1
        if at == len(format):
            raise error('repeat count given without format specifier')
        letter = format[at]
        at += 1
        if letter in ' \t\n\v\f\r' and at - 1 == digits:
            continue
        if letter not in sizes:
            raise error('bad char in struct format')
        each = sizes[letter]
        if sizes is _NATIVE:
            size += -size % each
        if letter in 'sp':
            fields.append((letter, size, count, 1))
        elif letter != 'x' and count:
            fields.append((letter, size, each, count))
        size += count * each
        if size > sys.maxsize:
            raise error('total struct size too long')
    return order, sizes is _NATIVE, size, tuple(fields)


class Struct:
    __module__ = '_struct'

    def __init__(self, *args, **named):
        if not args and 'format' not in named:
            raise TypeError("Struct() missing required argument 'format' (pos 1)")
        self._read(*args, **named)

    def _read(self, format):
        if isinstance(format, bytes):
            format = format.decode('latin-1')
        elif isinstance(format, str):
            format.encode('ascii')
        else:
            raise TypeError(f'Struct() argument 1 must be a str or bytes object, not {type(format).__name__}')
        if '\0' in format:
            raise error('embedded null character')
        self._format = format
        self._order, self._native, self._size, self._fields = _parsed(format)
        self._count = sum([count for _, _, _, count in self._fields])

    @property
    def format(self):
        return self._format

    @property
    def size(self):
        return self._size

    def _pack(self, call, values):
        if len(values) != self._count:
            raise error(f'{call} expected {self._count} items for packing (got {len(values)})')
        pieces = []
        filled = 0
        values = iter(values)
        for letter, begin, size, count in self._fields:
            pieces.append(bytes(begin - filled))
            for _ in range(count):
                pieces.append(_packed(letter, size, self._order, next(values), self._native))
            filled = begin + size * count
        pieces.append(bytes(self._size - filled))
        return b''.join(pieces)

    def _unpack(self, data, at):
        values = []
        for letter, begin, size, count in self._fields:
            for begin in range(at + begin, at + begin + size * count, size) if size else (at + begin,):
                values.append(_unpacked(letter, self._order, data[begin:begin + size]))
        return tuple(values)

    def pack(self, *values):
        return self._pack('pack', values)

    def unpack(self, buffer):
        data = _bytes(buffer)
        if len(data) != self._size:
            raise error(f'unpack requires a buffer of {self._size} bytes')
        return self._unpack(data, 0)

    def _place(self, offset, length, call, verb, too_short):
        """Where in a buffer to begin: from its end, for an offset below 0."""
        offset = _index(offset)
        if not -sys.maxsize - 1 <= offset <= sys.maxsize:
            if call == 'pack_into':
                raise IndexError("cannot fit 'int' into an index-sized integer")
            raise OverflowError('Python int too large to convert to C ssize_t')
        if offset < 0:
            if offset + self._size > 0:
                raise error(f'{too_short} to {verb} {self._size} bytes at offset {offset}')
            if offset + length < 0:
                raise error(f'offset {offset} out of range for {length}-byte buffer')
            offset += length
        if length - offset < self._size:
            raise error(f'{call} requires a buffer of at least {self._size + offset} bytes for {verb}ing {self._size} '
                        f'bytes at offset {offset} (actual buffer size is {length})')
        return offset

    def pack_into(self, *args):
        if len(args) < 2:
            raise error(f'pack_into expected {"offset" if args else "buffer"} argument')
        buffer, offset, *values = args
        if len(values) != self._count:
            raise error(f'pack_into expected {self._count} items for packing (got {len(values)})')
        if not isinstance(buffer, bytearray):
            raise TypeError(f'argument must be read-write bytes-like object, not {type(buffer).__name__}')
        offset = self._place(offset, len(buffer), 'pack_into', 'pack', 'no space')
        buffer[offset:offset + self._size] = self._pack('pack_into', values)

    def unpack_from(self, buffer, offset=0):
        data = _bytes(buffer)
        return self._unpack(data, self._place(offset, len(data), 'unpack_from', 'unpack', 'not enough data'))

    def iter_unpack(self, buffer):
        data = _bytes(buffer)
        if not self._size:
            raise error('cannot iteratively unpack with a struct of length 0')
        if len(data) % self._size:
            raise error(f'iterative unpacking requires a buffer of a multiple of {self._size} bytes')
        return _Iterator(self, data)


class _Iterator:
    __module__ = '_struct'
    __qualname__ = 'unpack_iterator'

    def __init__(self, struct, data):
        self._struct, self._data, self._at = struct, data, 0

    def __iter__(self):
        return self

    def __length_hint__(self):
        return (len(self._data) - self._at) // self._struct.size

    def __next__(self):
        if self._at >= len(self._data):
            raise StopIteration
        values = self._struct._unpack(self._data, self._at)
        self._at += self._struct.size
        return values


def _bytes(buffer):
    if isinstance(buffer, bytes):
        return buffer
    if isinstance(buffer, bytearray):
        return bytes(buffer)
    if hasattr(type(buffer), 'tobytes'):  # an array
        return buffer.tobytes()
    raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'")


_kept = {}


def _struct_of(format):
    """A format that was used before is not read again."""
    if type(format) not in (str, bytes):
        return Struct(format)
    if format not in _kept:
        if len(_kept) >= 100:
            _kept.clear()
        _kept[format] = Struct(format)
    return _kept[format]


def calcsize(format, /):
    return _struct_of(format).size


def pack(*args):
    if not args:
        raise TypeError('missing format argument')
    return _struct_of(args[0]).pack(*args[1:])


def pack_into(*args):
    if not args:
        raise TypeError('missing format argument')
    return _struct_of(args[0]).pack_into(*args[1:])


def unpack(format, buffer, /):
    return _struct_of(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return _struct_of(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return _struct_of(format).iter_unpack(buffer)
