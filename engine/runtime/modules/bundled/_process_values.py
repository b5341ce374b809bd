"""Numbers that processes share (Lib/multiprocessing/sharedctypes.py), of the types of C that their
letters stand for (Modules/_ctypes/cfield.c)."""

import math
import operator
import threading

_BITS = {"b": 8, "B": 8, "h": 16, "H": 16, "i": 32, "I": 32, "l": 64, "L": 64, "q": 64, "Q": 64}
_NAMES = {"c": "c_char", "u": "c_wchar", "b": "c_byte", "B": "c_ubyte", "h": "c_short", "H": "c_ushort", "i": "c_int",
          "I": "c_uint", "l": "c_long", "L": "c_ulong", "q": "c_long", "Q": "c_ulong", "f": "c_float",
          "d": "c_double"}


def _check_kind(typecode):
    if typecode not in _NAMES:
        raise NotImplementedError(f"shared values of type {typecode!r} are not supported by Coroscope")
    return typecode


def _zero(kind):
    return b"\0" if kind == "c" else "\0" if kind == "u" else _stored(kind, 0)


def _stored(kind, value):
    """The value as it is when it has been put there."""
    if kind in _BITS:
        return _wrapped(kind, value)
    if kind == "c":
        if isinstance(value, int) and 0 <= value < 256:
            return bytes([value])
        if not isinstance(value, bytes) or len(value) != 1:
            raise TypeError("one character bytes, bytearray or integer expected")
        return value
    if kind == "u":
        if not isinstance(value, str):
            raise TypeError(f"unicode string expected instead of {type(value).__name__} instance")
        if len(value) != 1:
            raise TypeError("one character unicode string expected")
        return value
    number = math.copysign(value, value)  # of whatever has a float
    return number if kind == "d" else _single(number)


def _wrapped(kind, value):
    bits = _BITS[kind]
    value = operator.index(value) & ((1 << bits) - 1)
    return value - (1 << bits) if kind.islower() and value >> (bits - 1) else value


def _single(number):
    """The nearest that has no more than the 24 digits of a float of C."""
    if not math.isfinite(number):
        return number
    digits, exponent = math.frexp(number)
    return math.ldexp(round(digits * 2.0 ** 24), exponent - 24)


class _RawValue:
    def __init__(self, kind, value):
        self._kind = _check_kind(kind)
        self._value = _stored(kind, value)

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = _stored(self._kind, value)

    def __repr__(self):
        return f"{_NAMES[self._kind]}({self._value!r})"


class _RawArray:
    def __init__(self, kind, initial):
        self._kind = _check_kind(kind)
        if isinstance(initial, int):
            if initial < 0:
                raise ValueError(f"Array length must be >= 0, not {initial}")
            self._items = [_zero(kind)] * initial
        else:
            self._items = [_stored(kind, item) for item in initial]

    def __len__(self):
        return len(self._items)

    def __getitem__(self, index):
        found = self._at(index)
        if not isinstance(index, slice) or self._kind not in "cu":
            return found
        return (b"" if self._kind == "c" else "").join(found)

    def _at(self, index):
        try:
            return self._items[index]
        except IndexError:
            raise IndexError("invalid index") from None

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            kept = [_stored(self._kind, item) for item in value]
            if len(kept) != len(self._items[index]):
                raise ValueError("Can only assign sequence of same size")
            self._items[index] = kept
        else:
            self._at(index)
            self._items[index] = _stored(self._kind, value)

    def __repr__(self):
        name = f"{_NAMES[self._kind]}_Array_{len(self)}"
        return f"<multiprocessing.sharedctypes.{name} object at {id(self):#x}>"


class _Synchronized:
    """Something shared, with a lock."""

    def __init__(self, shared, lock):
        self._shared = shared
        self._lock = threading.RLock() if lock in (True, None) else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def get_obj(self):
        return self._shared

    def get_lock(self):
        return self._lock

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)

    def __repr__(self):
        return f"<{self._named} wrapper for {self._shared}>"


class _SynchronizedNumber(_Synchronized):
    _named = "Synchronized"

    @property
    def value(self):
        with self:
            return self._shared.value

    @value.setter
    def value(self, value):
        with self:
            self._shared.value = value


class _SynchronizedArray(_Synchronized):
    _named = "SynchronizedArray"

    def __len__(self):
        return len(self._shared)

    def __getitem__(self, index):
        with self:
            return self._shared[index]

    def __setitem__(self, index, value):
        with self:
            self._shared[index] = value


class _SynchronizedString(_SynchronizedArray):
    _named = "SynchronizedString"

    @property
    def value(self):
        with self:
            return self._shared[:].split(b"\0")[0]

    @value.setter
    def value(self, value):
        with self:
            if len(value) > len(self._shared):
                raise ValueError("byte string too long")
            filled = value + b"\0" * (len(value) < len(self._shared))
            self._shared[:len(filled)] = filled


def RawValue(typecode_or_type, *args):
    return _RawValue(typecode_or_type, *(args or (_zero(_check_kind(typecode_or_type)),)))


def RawArray(typecode_or_type, size_or_initializer):
    return _RawArray(typecode_or_type, size_or_initializer)


def _check_lock(lock):
    if lock not in (True, None) and not hasattr(lock, "acquire"):
        raise AttributeError(f"{lock!r} has no method 'acquire'")


def Value(typecode_or_type, *args, lock=True):
    shared = RawValue(typecode_or_type, *args)
    if lock is False:
        return shared
    _check_lock(lock)
    return _SynchronizedNumber(shared, lock)


def Array(typecode_or_type, size_or_initializer, *, lock=True):
    shared = RawArray(typecode_or_type, size_or_initializer)
    if lock is False:
        return shared
    _check_lock(lock)
    return (_SynchronizedString if typecode_or_type == "c" else _SynchronizedArray)(shared, lock)
