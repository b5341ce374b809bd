from _abc import ABC, ABCMeta, make_abstract


class _Abstract(ABC):
    # An abstract collection: a base class, subscriptable, and known by the methods in _needs.
    def __class_getitem__(cls, parameters):
        from types import GenericAlias
        return GenericAlias(cls, parameters)


class Hashable(_Abstract):
    _needs = ('__hash__',)


class Awaitable(_Abstract):
    _needs = ('__await__',)


class Coroutine(Awaitable):
    _needs = ('__await__', 'send', 'throw', 'close')


class AsyncIterable(_Abstract):
    _needs = ('__aiter__',)


class AsyncIterator(AsyncIterable):
    _needs = ('__aiter__', '__anext__')

    def __aiter__(self):
        return self


class AsyncGenerator(AsyncIterator):
    _needs = ('__aiter__', '__anext__', 'asend', 'athrow', 'aclose')


class Iterable(_Abstract):
    _needs = ('__iter__',)


class Iterator(Iterable):
    _needs = ('__iter__', '__next__')

    def __iter__(self):
        return self


class Reversible(Iterable):
    _needs = ('__reversed__', '__iter__')


class Generator(Iterator):
    _needs = ('__iter__', '__next__', 'send', 'throw', 'close')


class Sized(_Abstract):
    _needs = ('__len__',)


class Container(_Abstract):
    _needs = ('__contains__',)


class Callable(_Abstract):
    _needs = ('__call__',)


class Collection(Sized, Iterable, Container):
    _needs = ('__len__', '__iter__', '__contains__')


class Set(Collection):
    def __le__(self, other):
        return len(self) <= len(other) and all(item in other for item in self)

    def __lt__(self, other):
        return len(self) < len(other) and self <= other

    def __ge__(self, other):
        return len(self) >= len(other) and all(item in self for item in other)

    def __gt__(self, other):
        return len(self) > len(other) and self >= other

    def __eq__(self, other):
        return len(self) == len(other) and self <= other

    def isdisjoint(self, other):
        return not any(item in self for item in other)


class MutableSet(Set):
    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        while len(self):
            self.pop()

    def __ior__(self, other):
        for value in other:
            self.add(value)
        return self


class Mapping(Collection):
    __abc_tpflags__ = 1 << 6  # matches {...}

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return {key: None for key in self}.keys()

    def items(self):
        return {key: self[key] for key in self}.items()

    def values(self):
        return {key: self[key] for key in self}.values()

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())


_none = object()


class MutableMapping(Mapping):
    def pop(self, key, default=_none):
        try:
            value = self[key]
        except KeyError:
            if default is _none:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        while len(self):
            self.popitem()

    def update(self, other=(), /, **keywords):
        if hasattr(other, 'keys'):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in keywords.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


class MappingView(Sized):
    pass


class KeysView(MappingView):
    pass


class ItemsView(MappingView):
    pass


class ValuesView(MappingView):
    pass


class Sequence(Reversible, Collection):
    __abc_tpflags__ = 1 << 5  # matches [...]

    def __iter__(self):
        at = 0
        try:
            while True:
                yield self[at]
                at += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(item is value or item == value for item in self)

    def __reversed__(self):
        for at in range(len(self) - 1, -1, -1):
            yield self[at]

    def index(self, value, start=0, stop=None):
        for at in range(start, len(self) if stop is None else min(stop, len(self))):
            if self[at] is value or self[at] == value:
                return at
        raise ValueError

    def count(self, value):
        return sum(1 for item in self if item is value or item == value)


class MutableSequence(Sequence):
    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        for value in list(values):
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def clear(self):
        while len(self):
            self.pop()

    def __iadd__(self, values):
        self.extend(values)
        return self


class ByteString(Sequence):
    pass


for _cls in (Hashable, Awaitable, Coroutine, AsyncIterable, AsyncIterator, AsyncGenerator, Iterable, Iterator,
             Reversible, Generator, Sized, Container, Callable, Collection, Set, MutableSet, Mapping, MutableMapping,
             MappingView, KeysView, ItemsView, ValuesView, Sequence, MutableSequence, ByteString):
    make_abstract(_cls, ABCMeta)

_keys, _items, _values = type({}.keys()), type({}.items()), type({}.values())
Set._registered = [set, frozenset, _keys, _items]
MutableSet._registered = [set]
Mapping._registered = [dict]
MutableMapping._registered = [dict]
Sequence._registered = [list, tuple, str, range, bytes, bytearray]
MutableSequence._registered = [list, bytearray]
ByteString._registered = [bytes, bytearray]
KeysView._registered = [_keys]
ItemsView._registered = [_items]
ValuesView._registered = [_values]
