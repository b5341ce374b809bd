from _collections import (ordered_items as _ordered_items, ordered_iterator as _ordered_iterator,
                          ordered_keys as _ordered_keys, ordered_values as _ordered_values, shown_once as _shown_once)
from _types import run_text as _run_text


class _Field:
    # One field of a named tuple.
    __slots__ = ('index', '__doc__')

    def __init__(self, index):
        self.index = index
        self.__doc__ = f'Alias for field number {index}'

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return tuple.__getitem__(instance, self.index)

    def __repr__(self):
        return f'_tuplegetter({self.index!r}, {self.__doc__!r})'

    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")


_keywords = {'False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def',
             'del', 'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda',
             'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield'}


def _check_names(names, rename):
    seen = set()
    for at, name in enumerate(names):
        if rename and (not name.isidentifier() or name in _keywords or name.startswith('_') or name in seen):
            names[at] = name = f'_{at}'
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if name in _keywords:
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = [str(name) for name in field_names]
    _check_names(names, rename)
    if not typename.isidentifier():
        raise ValueError(f'Type names and field names must be valid identifiers: {typename!r}')
    if typename in _keywords:
        raise ValueError(f'Type names and field names cannot be a keyword: {typename!r}')
    fields = tuple(names)
    count = len(fields)
    by_default = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > count:
            raise TypeError('Got more default values than field names')
        by_default = dict(zip(fields[count - len(defaults):], defaults))

    # Made of its text, it takes its arguments, and complains of them, as any function does.
    names = {'_tuple_new': tuple.__new__, '_defaults': by_default, '__name__': f'namedtuple_{typename}'}
    parameters = [f'{name}=_defaults[{name!r}]' if name in by_default else name for name in fields]
    _run_text(f'def __new__({", ".join(["_cls", *parameters])}):\n'
              f' return _tuple_new(_cls, ({"".join([name + "," for name in fields])}))\n', names)
    __new__ = names['__new__']
    __new__.__doc__ = f'Create new instance of {typename}({", ".join(fields)})'
    __new__.__qualname__ = f'{typename}.__new__'

    def _make(cls, iterable):
        values = tuple(iterable)
        if len(values) != count:
            raise TypeError(f'Expected {count} arguments, got {len(values)}')
        return tuple.__new__(cls, values)

    def _replace(self, /, **keywords):
        values = [keywords.pop(name, value) for name, value in zip(fields, self)]
        if keywords:
            raise ValueError(f'Got unexpected field names: {list(keywords)!r}')
        return self._make(values)

    def _asdict(self):
        return dict(zip(fields, self))

    def __repr__(self):
        items = ', '.join([f'{name}={value!r}' for name, value in zip(fields, self)])
        return f'{self.__class__.__name__}({items})'

    def __getnewargs__(self):
        return tuple(self)

    namespace = {
        '__doc__': f'{typename}({", ".join(fields)})',
        '__slots__': (),
        '_fields': fields,
        '_field_defaults': by_default,
        '__match_args__': fields,
        '__new__': __new__,
        '_make': classmethod(_make),
        '_replace': _replace,
        '_asdict': _asdict,
        '__repr__': __repr__,
        '__getnewargs__': __getnewargs__,
    }
    for at, name in enumerate(fields):
        namespace[name] = _Field(at)
    if module is None:
        import sys
        frame = getattr(sys, '_getframe', None)
        module = frame(1).f_globals.get('__name__', '__main__') if frame else '__main__'
    namespace['__module__'] = module
    return type(typename, (tuple,), namespace)


_cache_info_type = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'], module='functools')


class defaultdict(dict):
    def __init__(self, default_factory=None, /, *args, **keywords):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        super().__init__(*args, **keywords)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self[key] = self.default_factory()
        return value

    def __repr__(self):
        return f'{type(self).__name__}({self.default_factory!r}, {dict.__repr__(self)})'

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self.default_factory, other)
        made.update(self)
        return made


class OrderedDict(dict):
    # A subclass's __setitem__ is asked by what adds items, and by nothing else (Objects/odictobject.c).
    def __init__(self, other=(), /, **keywords):
        OrderedDict.update(self, other, **keywords)

    def update(self, other=(), /, **keywords):
        if type(self).__setitem__ is dict.__setitem__ and type(other) in (dict, OrderedDict, list, tuple):
            dict.update(self, other, **keywords)
            return
        if isinstance(other, dict) or hasattr(other, 'keys'):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in keywords.items():
            self[key] = value

    def setdefault(self, key, default=None):
        if type(self) is OrderedDict:
            return dict.setdefault(self, key, default)
        if key not in self:
            self[key] = default
        return self[key]

    def popitem(self, last=True):
        if not self:
            raise KeyError('dictionary is empty')
        if last:
            return dict.popitem(self)
        key = next(dict.__iter__(self))
        return key, dict.pop(self, key)

    def move_to_end(self, key, last=True):
        if self and key == next(dict.__reversed__(self) if last else dict.__iter__(self)):
            return
        value = dict.pop(self, key)
        if last:
            dict.__setitem__(self, key, value)
            return
        items = list(dict.items(self))
        dict.clear(self)
        dict.__setitem__(self, key, value)
        dict.update(self, items)

    def __iter__(self):
        return _ordered_iterator(self, False)

    def __reversed__(self):
        return _ordered_iterator(self, True)

    def keys(self):
        return _ordered_keys(self)

    def values(self):
        return _ordered_values(self)

    def items(self):
        return _ordered_items(self)

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self)
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(dict.__iter__(self)) == list(dict.__iter__(other))
        return dict.__eq__(self, other)

    __hash__ = None

    def __ne__(self, other):
        return not self == other

    def copy(self):
        if type(self) is OrderedDict:
            return OrderedDict(self)
        # From each key to the one that then follows it: a key that moves to the end as it is asked for is the last.
        made = type(self)()
        for key in list(dict.__iter__(self)):
            made[key] = self[key]
            if key == next(dict.__reversed__(self), key):
                break
        return made

    def __reduce__(self):
        return type(self), (), getattr(self, '__dict__', None) or None, None, iter(self.items())

    def __repr__(self):
        if not self:
            return f'{type(self).__name__}()'
        return _shown_once(self, lambda: f'{type(self).__name__}({list(self.items())!r})') or '...'

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made


def _is_mapping(value):
    if isinstance(value, dict):
        return True
    if type(value) in (str, list, tuple, set, range):  # the usual things to count need no collections.abc
        return False
    from collections.abc import Mapping
    return isinstance(value, Mapping)


class Counter(dict):
    def __init__(self, iterable=None, /, **keywords):
        super().__init__()
        self.update(iterable, **keywords)

    def __missing__(self, key):
        return 0

    def update(self, iterable=None, /, **keywords):
        if iterable is not None:
            if not _is_mapping(iterable):
                get = self.get
                for key in iterable:
                    self[key] = get(key, 0) + 1
            elif self:
                for key, count in iterable.items():
                    self[key] = count + self.get(key, 0)
            else:
                dict.update(self, iterable)
        if keywords:
            self.update(keywords)

    def subtract(self, iterable=None, /, **keywords):
        if iterable is not None:
            if _is_mapping(iterable):
                for key, count in iterable.items():
                    self[key] = self.get(key, 0) - count
            else:
                for key in iterable:
                    self[key] = self.get(key, 0) - 1
        if keywords:
            self.subtract(keywords)

    def most_common(self, n=None):
        ordered = sorted(self.items(), key=lambda item: item[1], reverse=True)
        return ordered if n is None else ordered[:max(n, 0)]

    def elements(self):
        from itertools import chain, repeat, starmap
        return chain.from_iterable(starmap(repeat, self.items()))

    def total(self):
        return sum(self.values())

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __delitem__(self, key):
        if key in self:
            super().__delitem__(key)

    def __repr__(self):
        if not self:
            return f'{type(self).__name__}()'
        try:
            ordered = dict(self.most_common())
        except TypeError:
            ordered = dict(self)
        return f'{type(self).__name__}({ordered!r})'

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[key] == other[key] for each in (self, other) for key in each])

    __hash__ = None

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[key] <= other[key] for each in (self, other) for key in each])

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return other <= self

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return other < self

    def _combined(self, other, choose):
        made = Counter()
        for key, count in self.items():
            value = choose(count, other[key])
            if value > 0:
                made[key] = value
        for key, count in other.items():
            if key not in self:
                value = choose(0, count)
                if value > 0:
                    made[key] = value
        return made

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda mine, theirs: mine + theirs)

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda mine, theirs: mine - theirs)

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, max)

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, min)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _keep_positive(self):
        for key in [key for key, count in self.items() if not count > 0]:
            del self[key]
        return self

    def __iadd__(self, other):
        for key, count in other.items():
            self[key] += count
        return self._keep_positive()

    def __isub__(self, other):
        for key, count in other.items():
            self[key] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for key, count in other.items():
            if count > self[key]:
                self[key] = count
        return self._keep_positive()

    def __iand__(self, other):
        for key, count in self.items():
            if other[key] < count:
                self[key] = other[key]
        return self._keep_positive()

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')


__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque',
           'namedtuple']

# Few programs want these, and they bring collections.abc along.
__lazy__ = ('ChainMap', 'UserDict', 'UserList', 'UserString')


def __getattr__(name):
    if name == 'abc':
        import collections.abc
        return collections.abc
    if name not in __lazy__:
        raise AttributeError(f"module 'collections' has no attribute {name!r}")
    import _user_collections
    globals().update({each: getattr(_user_collections, each) for each in __lazy__})
    return globals()[name]


from _collections import deque
