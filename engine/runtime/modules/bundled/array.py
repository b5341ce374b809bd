# Numbers of one kind in a row (https://docs.python.org/3.11/library/array.html).
from collections.abc import MutableSequence as _MutableSequence
from operator import index as _whole
from _struct_values import packed as _packed, unpacked as _unpacked

typecodes = 'bBuhHiIlLqQfd'
_SIZES = {'b': 1, 'B': 1, 'u': 4, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8}
_TITLES = {'b': 'signed char', 'B': 'unsigned byte integer', 'h': 'signed short integer', 'H': 'unsigned short',
           'i': 'signed integer', 'I': 'unsigned int'}


def _as_int(code, value):
    """A value as an int of C, refused in the words of Modules/arraymodule.c."""
    value = _whole(value)
    bits = _SIZES[code] * 8
    least, most = (-1 << bits - 1, (1 << bits - 1) - 1) if code.islower() else (0, (1 << bits) - 1)
    if least <= value <= most:
        return value
    if code in 'qQ':
        raise OverflowError("can't convert negative int to unsigned" if code == 'Q' and value < 0
                            else 'int too big to convert')
    if code in 'IL':
        if value < 0:
            raise OverflowError("can't convert negative value to unsigned int")
        if value >= 1 << 64:
            raise OverflowError('Python int too large to convert to C unsigned long')
    elif not -1 << 63 <= value < 1 << 63:
        raise OverflowError('Python int too large to convert to C long')
    raise OverflowError(f'{_TITLES[code]} is ' + ('less than minimum' if value < least else 'greater than maximum'))


def _as_float(code, value):
    if not (hasattr(type(value), '__float__') or hasattr(type(value), '__index__')):
        raise TypeError(f'must be real number, not {type(value).__name__}')
    value = float(value)
    return _unpacked('f', 'little', _packed('f', 4, 'little', value, True)) if code == 'f' else value


def _as_letter(code, value):
    if not isinstance(value, str) or len(value) != 1:
        raise TypeError('array item must be unicode character')
    return value


_CHECKS = {'u': _as_letter, 'f': _as_float, 'd': _as_float}


class array:
    __abc_tpflags__ = 1 << 5  # matches [...]
    __slots__ = ('_typecode', '_values')
    __hash__ = None

    def __new__(cls, *args, **named):
        if cls is array and named:
            raise TypeError('array.array() takes no keyword arguments')
        if not args:
            raise TypeError('array() takes at least 1 argument (0 given)')
        if len(args) > 2:
            raise TypeError(f'array() takes at most 2 arguments ({len(args)} given)')
        code, *given = args
        if not isinstance(code, str) or len(code) != 1:
            raise TypeError(f'array() argument 1 must be a unicode character, not {type(code).__name__}')
        if given and code != 'u':
            if isinstance(given[0], str):
                raise TypeError(f"cannot use a str to initialize an array with typecode '{code}'")
            if isinstance(given[0], array) and given[0].typecode == 'u':
                raise TypeError(f"cannot use a unicode array to initialize an array with typecode '{code}'")
        if code not in _SIZES:
            raise ValueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)')
        self = object.__new__(cls)
        object.__setattr__(self, '_typecode', code)
        object.__setattr__(self, '_values', [])
        for values in given:
            if isinstance(values, (bytes, bytearray)):
                self.frombytes(values)
            else:
                self._values += [self._checked(value) for value in values]
        return self

    def _checked(self, value):
        return _CHECKS.get(self._typecode, _as_int)(self._typecode, value)

    def _alike(self, values):
        new = array(self._typecode)
        new._values.extend(values)
        return new

    @property
    def typecode(self):
        return self._typecode

    @property
    def itemsize(self):
        return _SIZES[self._typecode]

    def __setattr__(self, name, value):
        if name in ('typecode', 'itemsize'):
            raise AttributeError(f"attribute '{name}' of 'array.array' objects is not writable")
        object.__setattr__(self, name, value)

    def append(self, v, /):
        self._values.append(self._checked(v))

    def extend(self, bb, /):
        if isinstance(bb, array):
            if bb.typecode != self._typecode:
                raise TypeError('can only extend with array of same kind')
            self._values.extend(bb._values)
            return
        for value in bb:
            self.append(value)

    def fromlist(self, list, /):
        if not isinstance(list, _list):
            raise TypeError('arg must be list')
        self._values += [self._checked(value) for value in list]

    def tolist(self):
        return self._values.copy()

    def frombytes(self, buffer, /):
        if not isinstance(buffer, (bytes, bytearray)):
            if not isinstance(buffer, array):
                raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'")
            buffer = buffer.tobytes()
        size = _SIZES[self._typecode]
        if len(buffer) % size:
            raise ValueError('bytes length not a multiple of item size')
        self._values += [self._from_bytes(bytes(buffer[at:at + size])) for at in range(0, len(buffer), size)]

    def _from_bytes(self, data, order='little'):
        if self._typecode == 'u':
            return chr(int.from_bytes(data, order))
        return _unpacked(self._typecode, order, data)

    def _to_bytes(self, value):
        if self._typecode == 'u':
            return ord(value).to_bytes(4, 'little')
        return _packed(self._typecode, _SIZES[self._typecode], 'little', value)

    def tobytes(self):
        return b''.join([self._to_bytes(value) for value in self._values])

    __bytes__ = tobytes

    def byteswap(self):
        self._values[:] = [self._from_bytes(self._to_bytes(value), 'big') for value in self._values]

    def fromunicode(self, ustr, /):
        if self._typecode != 'u':
            raise ValueError('fromunicode() may only be called on unicode type arrays')
        self._values.extend(ustr)

    def tounicode(self):
        if self._typecode != 'u':
            raise ValueError('tounicode() may only be called on unicode type arrays')
        return ''.join(self._values)

    def buffer_info(self):
        return id(self._values), len(self._values)

    def insert(self, i, v, /):
        self._values.insert(i, self._checked(v))

    def pop(self, i=-1, /):
        i = _whole(i)
        if not self._values:
            raise IndexError('pop from empty array')
        try:
            return self._values.pop(i)
        except IndexError:
            raise IndexError('pop index out of range') from None

    def remove(self, v, /):
        try:
            self._values.remove(v)
        except ValueError:
            raise ValueError('array.remove(x): x not in array') from None

    def index(self, v, start=0, stop=9223372036854775807, /):
        try:
            return self._values.index(v, start, stop)
        except ValueError:
            raise ValueError('array.index(x): x not in array') from None

    def count(self, v, /):
        return self._values.count(v)

    def reverse(self):
        self._values.reverse()

    def __len__(self):
        return len(self._values)

    def __iter__(self):
        return iter(self._values)

    def __contains__(self, value):
        return value in self._values

    def __getitem__(self, at):
        if isinstance(at, slice):
            return self._alike(self._values[at])
        try:
            return self._values[_index(at)]
        except IndexError:
            raise IndexError('array index out of range') from None

    def __setitem__(self, at, value):
        if isinstance(at, slice):
            if not isinstance(value, array):
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
            self._same_kind(value)
            places = len(range(*at.indices(len(self))))
            if at.step not in (None, 1) and places != len(value):
                raise ValueError(f'attempt to assign array of size {len(value)} to extended slice of size {places}')
            self._values[at] = value._values
            return
        at = _index(at)
        if not -len(self) <= at < len(self):
            raise IndexError('array assignment index out of range')
        self._values[at] = self._checked(value)

    def __delitem__(self, at):
        try:
            del self._values[at if isinstance(at, slice) else _index(at)]
        except IndexError:
            raise IndexError('array assignment index out of range') from None

    def _same_kind(self, other):
        if other.typecode != self._typecode:
            raise TypeError('bad argument type for built-in operation')

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        self._same_kind(other)
        return self._alike(self._values + other._values)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend array with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, times):
        return self._alike(self._values * times)

    __rmul__ = __mul__

    def __imul__(self, times):
        self._values[:] = self._values * times
        return self

    def __copy__(self):
        return self._alike(self._values)

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __repr__(self):
        name = type(self).__name__
        if not self._values:
            return f"{name}('{self._typecode}')"
        content = self.tounicode() if self._typecode == 'u' else self._values
        return f"{name}('{self._typecode}', {content!r})"

    def _compared(name):
        def compare(self, other):
            if not isinstance(other, array):
                return NotImplemented
            return getattr(self._values, name)(other._values)

        compare.__name__ = name
        return compare

    __eq__, __ne__, __lt__, __le__, __gt__, __ge__ = map(_compared, ('__eq__', '__ne__', '__lt__', '__le__', '__gt__',
                                                                     '__ge__'))
    del _compared


_list = list


def _index(at):
    if not hasattr(type(at), '__index__'):
        raise TypeError('array indices must be integers')
    return _whole(at)


ArrayType = array
_MutableSequence.register(array)
