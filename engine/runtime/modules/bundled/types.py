from _types import *
from _types import mark_coroutine as _mark, kind_of as _kind_of
from functools import wraps as _wraps

del mark_coroutine, kind_of


def coroutine(func):
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    if _kind_of(func) == 'coroutine':
        return func

    @_wraps(func)
    def wrapped(*args, **keywords):
        return _mark(func(*args, **keywords))
    return wrapped


class SimpleNamespace:
    def __init__(self, /, **keywords):
        self.__dict__.update(keywords)

    def __repr__(self):
        items = ', '.join([f'{name}={value!r}' for name, value in self.__dict__.items()])
        return f'namespace({items})' if type(self) is SimpleNamespace else f'{type(self).__name__}({items})'

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented


SimpleNamespace.__module__ = 'types'


class MappingProxyType:
    __abc_tpflags__ = 1 << 6  # matches {...}

    def __init__(self, mapping):
        self._mapping = mapping

    def __getitem__(self, key):
        return self._mapping[key]

    def __iter__(self):
        return iter(self._mapping)

    def __len__(self):
        return len(self._mapping)

    def __contains__(self, key):
        return key in self._mapping

    def __eq__(self, other):
        return self._mapping == other

    def __repr__(self):
        return f'mappingproxy({self._mapping!r})'

    def __str__(self):
        return str(self._mapping)

    def get(self, key, default=None):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()

    def __reversed__(self):
        return reversed(self._mapping)

    def __or__(self, other):
        return self._mapping | (other._mapping if isinstance(other, MappingProxyType) else other)

    def __ror__(self, other):
        return other | self._mapping


MappingProxyType.__name__ = MappingProxyType.__qualname__ = 'mappingproxy'
MappingProxyType.__module__ = 'builtins'


def new_class(name, bases=(), kwds=None, exec_body=None):
    kwds = dict(kwds or {})
    bases = resolve_bases(bases)
    meta = kwds.pop('metaclass', type(bases[0]) if bases else type)
    namespace = meta.__prepare__(name, bases, **kwds)
    if exec_body is not None:
        exec_body(namespace)
    return meta(name, bases, namespace, **kwds)


def resolve_bases(bases):
    resolved = []
    for base in bases:
        entries = getattr(base, '__mro_entries__', None)
        resolved += [base] if isinstance(base, type) or entries is None else entries(tuple(bases))
    return tuple(resolved)
