import _weakref
import atexit
import collections.abc as _abc
from _weakref import CallableProxyType, ProxyType, getweakrefcount, getweakrefs, proxy, ref

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType',
           'CallableProxyType', 'ProxyTypes', 'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize']

ReferenceType = ref
ProxyTypes = (ProxyType, CallableProxyType)


class KeyedRef(ref):
    """The weak value of a dict, which knows its key."""

    __slots__ = ('key',)

    def __new__(cls, target, callback, key):
        made = ref.__new__(cls, target, callback)
        made.key = key
        return made


class _Held:
    # While somebody iterates, what has died is only noted, and taken out at the end.
    def __init__(self):
        self._iterating = 0
        self._dead = []

    def _bury(self, dead):
        if self._iterating:
            self._dead.append(dead)
        else:
            self._drop(dead)

    def _visit(self, items):
        self._iterating += 1
        try:
            yield from items
        finally:
            self._iterating -= 1
            while self._dead and not self._iterating:
                self._drop(self._dead.pop())


class _WeakMapping(_Held, _abc.MutableMapping):
    # A copy of a subclass's instance is of the plain kind, as in CPython.
    def copy(self):
        made = self._kind()
        for key, value in self.items():
            made[key] = value
        return made

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, _abc.Mapping):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ior__(self, other):
        self.update(other)
        return self

    def __ror__(self, other):
        if not isinstance(other, _abc.Mapping):
            return NotImplemented
        made = self._kind()
        made.update(other)
        made.update(self)
        return made


class WeakValueDictionary(_WeakMapping):
    def __init__(self, other=(), /, **keywords):
        super().__init__()
        self.data = {}
        owner = ref(self)

        def remove(reference):
            held = owner()
            if held is not None:
                held._bury(reference)

        self._remove = remove
        self.update(other, **keywords)

    def _drop(self, reference):
        if self.data.get(reference.key) is reference:
            del self.data[reference.key]

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return len(self.data) - len(self._dead)

    def __contains__(self, key):
        found = self.data.get(key)
        return found is not None and found() is not None

    def __iter__(self):
        return self.keys()

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    def keys(self):
        for key, reference in self._visit(self.data.items()):
            if reference() is not None:
                yield key

    def values(self):
        for reference in self._visit(self.data.values()):
            value = reference()
            if value is not None:
                yield value

    def items(self):
        for key, reference in self._visit(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def get(self, key, default=None):
        reference = self.data.get(key)
        value = None if reference is None else reference()
        return default if value is None else value

    def pop(self, key, *default):
        reference = self.data.pop(key, None)
        value = None if reference is None else reference()
        if value is not None:
            return value
        if default:
            return default[0]
        raise KeyError(key)

    def popitem(self):
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is not None:
            return value
        self[key] = default
        return default

    def update(self, other=(), /, **keywords):
        for key, value in dict(other, **keywords).items():
            self[key] = value

    def valuerefs(self):
        return list(self.data.values())

    def itervaluerefs(self):
        yield from self.data.values()


WeakValueDictionary._kind = WeakValueDictionary


class WeakKeyDictionary(_WeakMapping):
    def __init__(self, dict=None):
        super().__init__()
        self.data = {}
        owner = ref(self)

        def remove(reference):
            held = owner()
            if held is not None:
                held._bury(reference)

        self._remove = remove
        if dict is not None:
            self.update(dict)

    def _drop(self, reference):
        self.data.pop(reference, None)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __len__(self):
        return len(self.data) - len(self._dead)

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __iter__(self):
        return self.keys()

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    def keys(self):
        for reference in self._visit(self.data):
            key = reference()
            if key is not None:
                yield key

    def values(self):
        for reference, value in self._visit(self.data.items()):
            if reference() is not None:
                yield value

    def items(self):
        for reference, value in self._visit(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def pop(self, key, *default):
        return self.data.pop(ref(key), *default)

    def popitem(self):
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def update(self, dict=None, /, **keywords):
        if dict is not None:
            for key, value in (dict.items() if hasattr(dict, 'items') else dict):
                self[key] = value
        for key, value in keywords.items():
            self[key] = value

    def keyrefs(self):
        return list(self.data)


WeakKeyDictionary._kind = WeakKeyDictionary


class WeakSet(_Held):
    def __init__(self, data=None):
        super().__init__()
        self.data = set()
        owner = ref(self)

        def remove(reference):
            held = owner()
            if held is not None:
                held._bury(reference)

        self._remove = remove
        if data is not None:
            self.update(data)

    def _drop(self, reference):
        self.data.discard(reference)

    def __iter__(self):
        for reference in self._visit(self.data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return len(self.data) - len(self._dead)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def __repr__(self):
        return repr(self.data)

    def __eq__(self, other):
        if not isinstance(other, WeakSet):
            return NotImplemented
        return self.data == set(map(ref, other))

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def clear(self):
        self._dead.clear()
        self.data.clear()

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def pop(self):
        while True:
            try:
                reference = self.data.pop()
            except KeyError:
                raise KeyError('pop from empty WeakSet') from None
            item = reference()
            if item is not None:
                return item

    def copy(self):
        return type(self)(self)

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def union(self, other):
        made = self.copy()
        made.update(other)
        return made

    __or__ = union

    def intersection(self, other):
        return type(self)([item for item in other if item in self])

    __and__ = intersection

    def difference(self, other):
        kept = self.copy()
        kept.difference_update(other)
        return kept

    __sub__ = difference

    def difference_update(self, other):
        if self is other:
            self.clear()
        else:
            self.data.difference_update([ref(item) for item in other])

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def intersection_update(self, other):
        self.data.intersection_update([ref(item) for item in other])

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def symmetric_difference(self, other):
        kept = self.copy()
        kept.symmetric_difference_update(other)
        return kept

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        if self is other:
            self.clear()
        else:
            self.data.symmetric_difference_update([ref(item, self._remove) for item in other])

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def issubset(self, other):
        return self.data.issubset([ref(item) for item in other])

    __le__ = issubset

    def __lt__(self, other):
        return self.data < set(map(ref, other))

    def issuperset(self, other):
        return self.data.issuperset([ref(item) for item in other])

    __ge__ = issuperset

    def __gt__(self, other):
        return self.data > set(map(ref, other))

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0


class WeakMethod(ref):
    """A weak reference to a bound method: it lives as long as object and function do."""

    __slots__ = ('_function', '_kind', '_alive')

    def __new__(cls, meth, callback=None):
        try:
            instance, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None
        own = []

        def lost(reference):
            made = own[0]() if own else None
            if made is not None and made._alive:
                made._alive = False
                if callback is not None:
                    callback(made)

        made = ref.__new__(cls, instance, lost)
        made._function = ref(function, lost)
        made._kind = type(meth)
        made._alive = True
        own.append(ref(made))
        return made

    def __call__(self):
        instance, function = super().__call__(), self._function()
        return None if instance is None or function is None else self._kind(function, instance)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    def __hash__(self):
        return ref.__hash__(self)


class finalize:
    """Calls a function once its object is gone, or at the program's end."""

    __slots__ = ()
    _waiting = {}
    _at_exit = False

    class _Call:
        __slots__ = ('reference', 'function', 'args', 'keywords', 'atexit')

    def __init__(self, obj, func, /, *args, **keywords):
        if not finalize._at_exit:
            finalize._at_exit = True
            atexit.register(finalize._run_the_rest)
        call = finalize._Call()
        call.reference = ref(obj, self)
        call.function, call.args, call.keywords, call.atexit = func, args, keywords, True
        finalize._waiting[self] = call

    def __call__(self, _=None):
        call = finalize._waiting.pop(self, None)
        if call is not None:
            return call.function(*call.args, **call.keywords)

    def detach(self):
        found = self.peek()
        if found is not None:
            del finalize._waiting[self]
        return found

    def peek(self):
        call = finalize._waiting.get(self)
        target = None if call is None else call.reference()
        return None if target is None else (target, call.function, call.args, call.keywords)

    @property
    def alive(self):
        return self in finalize._waiting

    @property
    def atexit(self):
        call = finalize._waiting.get(self)
        return call is not None and call.atexit

    @atexit.setter
    def atexit(self, value):
        call = finalize._waiting.get(self)
        if call is not None:
            call.atexit = bool(value)

    def __repr__(self):
        call = finalize._waiting.get(self)
        target = None if call is None else call.reference()
        if target is None:
            return f'<{type(self).__name__} object at {id(self):#x}; dead>'
        return f'<{type(self).__name__} object at {id(self):#x}; for {type(target).__qualname__!r} at {id(target):#x}>'

    @classmethod
    def _run_the_rest(cls):
        for each, call in reversed([*cls._waiting.items()]):
            if call.atexit and each in cls._waiting:
                each()
