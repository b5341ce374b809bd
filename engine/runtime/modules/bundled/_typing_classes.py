# Classes of typing that are made of the annotations in a class's body: named tuples and typed dicts.
import sys


class NamedTupleMeta(type):
    """Makes a named tuple of the annotations in a class body."""

    def __new__(meta, name, bases, namespace):
        from typing import Generic
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        fields = namespace.get('__annotations__', {})
        defaults = {}
        for field in fields:
            if field in namespace:
                defaults[field] = namespace[field]
            elif defaults:
                raise TypeError(f'Non-default namedtuple field {field} cannot follow default '
                                f'field{"s" if len(defaults) > 1 else ""} {", ".join(defaults)}')
        made = _named_tuple(name, fields, list(defaults.values()), namespace['__module__'])
        for key, value in namespace.items():
            if key in _NAMED_TUPLE_OWN:
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in ('__module__', '__name__', '__annotations__', '__classcell__') and key not in fields:
                setattr(made, key, value)
        return made


_NAMED_TUPLE_OWN = frozenset({'__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults',
                              '_field_types', '_make', '_replace', '_asdict', '_source'})


def _named_tuple(name, fields, defaults, module):
    from collections import namedtuple
    made = namedtuple(name, list(fields), defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = dict(fields)
    return made


def NamedTuple(typename, fields=(), /, **keywords):
    return _named_tuple(typename, dict(fields) or keywords, (), sys._getframe(1).f_globals['__name__'])


_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


class _TypedDictMeta(type):
    """Annotations for a dict, and nothing more: what a call makes is a plain dict."""

    def __new__(meta, name, bases, namespace, total=True):
        from typing import ForwardRef, NotRequired, Required, get_origin
        made = type.__new__(meta, name, (dict,), dict(namespace))
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required |= base.__dict__.get('__required_keys__', frozenset())
            optional |= base.__dict__.get('__optional_keys__', frozenset())
        own = {name: ForwardRef(hint, namespace.get('__module__')) if isinstance(hint, str) else hint
               for name, hint in namespace.get('__annotations__', {}).items()}
        annotations.update(own)
        for key, hint in own.items():
            marked = get_origin(hint)
            needed = marked is Required or (total and marked is not NotRequired)
            (required if needed else optional).add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __call__(cls, /, *args, **keywords):
        return dict(*args, **keywords)

    def __instancecheck__(cls, instance):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


def TypedDict(typename, fields=(), /, *, total=True, **keywords):
    body = {'__annotations__': dict(fields) or keywords, '__module__': sys._getframe(1).f_globals['__name__']}
    return _TypedDictMeta(typename, (), body, total=total)


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)
