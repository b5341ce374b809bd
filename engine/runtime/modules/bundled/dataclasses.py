from _types import run_text as _run_text
from types import MappingProxyType as _MappingProxyType, new_class as _new_class
from keyword import iskeyword as _iskeyword


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class _FieldKind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD, _FIELD_INITVAR = _FieldKind('_FIELD'), _FieldKind('_FIELD_INITVAR')


class _FactoryMark:
    def __repr__(self):
        return '<factory>'


_factory = _FactoryMark()


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return cls(type)

    def __repr__(self):
        return f'dataclasses.InitVar[{getattr(self.type, "__name__", self.type)}]'


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.metadata = _MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    @property
    def _init_only(self):
        return self._field_type is _FIELD_INITVAR

    def __set_name__(self, owner, name):
        tell = getattr(type(self.default), '__set_name__', None)  # a descriptor as default
        if tell is not None:
            tell(self.default, owner, name)

    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
                f'default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},'
                f'hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},'
                f'_field_type={self._field_type!r})')


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is(annotation, name, kind):
    if isinstance(annotation, str):
        head = annotation.split('[')[0].strip()
        return head == name or head.endswith('.' + name)
    return kind(annotation)


def _is_class_variable(annotation):
    return _is(annotation, 'ClassVar', lambda a: repr(a).startswith('typing.ClassVar'))


def _is_init_variable(annotation):
    return _is(annotation, 'InitVar', lambda a: a is InitVar or isinstance(a, InitVar))


def _own_fields(cls, kw_only):
    fields = []
    for name, annotation in cls.__dict__.get('__annotations__', {}).items():
        if annotation is KW_ONLY or _is(annotation, 'KW_ONLY', lambda a: False):
            kw_only = True
            continue
        if _is_class_variable(annotation):
            continue
        default = getattr(cls, name, MISSING)
        each = default if isinstance(default, Field) else field(default=default)
        if type(default).__name__ in ('member_descriptor', 'getset_descriptor'):  # a slot of a base
            each = field()
        each.name, each.type = name, annotation
        each._field_type = _FIELD_INITVAR if _is_init_variable(annotation) else _FIELD
        if each.kw_only is MISSING:
            each.kw_only = kw_only
        if each.default is not MISSING and type(each.default).__hash__ is None:
            raise ValueError(f'mutable default {type(each.default)} for field {name} is not allowed: '
                             'use default_factory')
        if isinstance(default, Field):
            if each.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, each.default)
        fields.append(each)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get('__annotations__', {}):
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return fields


def _written(cls, name, parameters, lines, known, result=''):
    """A function made of its text, so that it is one like any other: with a signature of its own, and with a frame in
    tracebacks. `known` are the names that it uses."""
    text = f'def make({", ".join(known)}):\n def {name}({", ".join(parameters)}){result}:\n'
    text += ''.join([f'  {line}\n' for line in lines]) + f' return {name}\n'
    names = {'__name__': cls.__module__}
    _run_text(text, names)
    return names['make'](**known)


def _make_init(cls, fields, frozen, slots):
    seen_default = False
    for each in fields:
        if each.init and not each.kw_only:
            if seen_default and not _has_default(each):
                raise TypeError(f'non-default argument {each.name!r} follows default argument')
            seen_default = seen_default or _has_default(each)
    me = '__dataclass_self__' if 'self' in [each.name for each in fields] else 'self'
    known = {f'_type_{each.name}': each.type for each in fields}
    known.update({'_HAS_DEFAULT_FACTORY': _factory, '_object': object, '_return_type': None})
    lines = []
    for each in fields:
        value = _initial_value(each, known, slots)
        if value is None or each._init_only:
            continue
        lines.append(f'_object.__setattr__({me},{each.name!r},{value})' if frozen else f'{me}.{each.name}={value}')
    if hasattr(cls, '__post_init__'):
        lines.append(f'{me}.__post_init__({",".join([each.name for each in fields if each._init_only])})')
    positional = [_parameter(each) for each in fields if each.init and not each.kw_only]
    keyword_only = [_parameter(each) for each in fields if each.init and each.kw_only]
    if keyword_only:
        keyword_only.insert(0, '*')
    return _written(cls, '__init__', [me, *positional, *keyword_only], lines or ['pass'], known, '->_return_type')


def _has_default(each):
    return each.default is not MISSING or each.default_factory is not MISSING


def _parameter(each):
    default = ('=_HAS_DEFAULT_FACTORY' if each.default_factory is not MISSING
               else '' if each.default is MISSING else f'=_dflt_{each.name}')
    return f'{each.name}:_type_{each.name}{default}'


def _initial_value(each, known, slots):
    """The text of what __init__ gives the field; None if it gives it nothing."""
    default = f'_dflt_{each.name}'
    if each.default_factory is not MISSING:
        known[default] = each.default_factory
        return f'{default}() if {each.name} is _HAS_DEFAULT_FACTORY else {each.name}' if each.init else f'{default}()'
    if each.default is not MISSING:
        known[default] = each.default
        return each.name if each.init else default if slots else None
    return each.name if each.init else None


def _tuple_text(obj, names):
    return '(' + ''.join([f'{obj}.{name},' for name in names]) + ')'


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return False
    value.__qualname__ = f'{cls.__qualname__}.{name}'
    setattr(cls, name, value)
    return True


def _make_comparison(cls, name, sign, names):
    return _written(cls, name, ['self', 'other'], ['if other.__class__ is self.__class__:',
                                                   f' return {_tuple_text("self", names)}{sign}{_tuple_text("other", names)}',
                                                   'return NotImplemented'], {})


def _make_order(cls, names):
    for name, sign in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
        if not _set_new(cls, name, _make_comparison(cls, name, sign, names)):
            raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. '
                            'Consider using functools.total_ordering')


def _make_repr(cls, names):
    parts = ', '.join([f'{name}={{self.{name}!r}}' for name in names])
    text = _written(cls, '__repr__', ['self'], [f'return self.__class__.__qualname__ + f"({parts})"'], {})
    under_way = set()

    def __repr__(self):
        if id(self) in under_way:
            return '...'
        under_way.add(id(self))
        try:
            return text(self)
        finally:
            under_way.discard(id(self))
    text.__qualname__ = f'{cls.__qualname__}.__repr__'
    __repr__.__wrapped__ = text
    return __repr__


def _freeze(cls, names):
    known = {'cls': cls, 'FrozenInstanceError': FrozenInstanceError}
    asked = f'if type(self) is cls or name in {tuple(names)!r}:'
    for name, more, what in (('__setattr__', ', value', 'assign to'), ('__delattr__', '', 'delete')):
        parameters = ['self', 'name'] + ['value'] * bool(more)
        made = _written(cls, name, parameters, [asked, f' raise FrozenInstanceError(f"cannot {what} field {{name!r}}")',
                                                f'super(cls, self).{name}(name{more})'], known)
        if not _set_new(cls, name, made):
            raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')


def _signature(fields):
    parts, star = [], False
    for each in sorted((each for each in fields if each.init), key=lambda each: each.kw_only):
        if each.kw_only and not star:
            parts.append('*')
            star = True
        kind = each.type
        if isinstance(kind, type) and type(kind).__name__ != 'GenericAlias':
            shown = kind.__qualname__ if kind.__module__ == 'builtins' else f'{kind.__module__}.{kind.__qualname__}'
        else:
            shown = repr(kind).replace('typing.', '') if not isinstance(kind, str) else repr(kind)
        default = _factory if each.default_factory is not MISSING else each.default
        parts.append(f'{each.name}: {shown}' + ('' if default is MISSING else f' = {default!r}'))
    return ', '.join(parts)


def _written_signature(cls):
    # Of an __init__ that is not ours.
    from inspect import signature
    return str(signature(cls)).replace(' -> None', '')


def _process(cls, init, repr_, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
    all_fields, bases_frozen = {}, []
    has_own_hash = '__hash__' in cls.__dict__ and not (cls.__dict__['__hash__'] is None and '__eq__' in cls.__dict__)
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get('__dataclass_fields__')
        if inherited is not None:
            all_fields.update(inherited)
            bases_frozen.append(base.__dict__['__dataclass_params__']['frozen'])
    for each in _own_fields(cls, kw_only):
        all_fields[each.name] = each
    if not frozen and True in bases_frozen:
        raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    if frozen and False in bases_frozen:
        raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    cls.__dataclass_fields__ = all_fields
    cls.__dataclass_params__ = {'frozen': frozen}
    everything = list(all_fields.values())
    stored = [each for each in everything if not each._init_only]
    own_init = init and _set_new(cls, '__init__', _make_init(cls, everything, frozen, slots))
    if repr_:
        _set_new(cls, '__repr__', _make_repr(cls, [each.name for each in stored if each.repr]))
    compared = [each.name for each in stored if each.compare]
    if eq:
        _set_new(cls, '__eq__', _make_comparison(cls, '__eq__', '==', compared))
    if order:
        _make_order(cls, compared)
    if frozen:
        _freeze(cls, [each.name for each in stored])
    if unsafe_hash or (eq and frozen):
        hashed = [each.name for each in stored if (each.compare if each.hash is None else each.hash)]
        if not has_own_hash:
            cls.__hash__ = _written(cls, '__hash__', ['self'], [f'return hash({_tuple_text("self", hashed)})'], {})
            cls.__hash__.__qualname__ = f'{cls.__qualname__}.__hash__'
        elif unsafe_hash:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    elif eq and not has_own_hash:
        cls.__hash__ = None
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([each.name for each in everything if each.init and not each.kw_only])
    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + (f'({_signature(everything)})' if own_init else _written_signature(cls))
    return cls


def _with_slots(cls, weakref_slot):
    # The class anew, for its instances get their room when it is made.
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    body = dict(cls.__dict__)
    names = [each.name for each in cls.__dataclass_fields__.values() if not each._init_only]
    inherited = {name for base in cls.__mro__[1:-1] for name in _slots_of(base)}
    body['__slots__'] = tuple([name for name in names + ['__weakref__'] * weakref_slot if name not in inherited])
    for name in (*names, '__dict__', '__weakref__'):
        body.pop(name, None)
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    return made


def _slots_of(cls):
    given = cls.__dict__.get('__slots__', ())
    return (given,) if isinstance(given, str) else given


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        made = _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)
        if not slots and weakref_slot:
            raise TypeError('weakref_slot is True but slots is False')
        return _with_slots(made, weakref_slot) if slots else made
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    found = getattr(class_or_instance, '__dataclass_fields__', None)
    if found is None:
        raise TypeError('must be called with a dataclass type or instance')
    return tuple([each for each in found.values() if not each._init_only])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), '__dataclass_fields__')


def _convert(value, inner, factory):
    if is_dataclass(value) and not isinstance(value, type):
        return inner(value)
    if isinstance(value, tuple) and hasattr(value, '_fields'):
        return type(value)(*[_convert(each, inner, factory) for each in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_convert(each, inner, factory) for each in value])
    if isinstance(value, dict):
        return type(value)([(_convert(key, inner, factory), _convert(each, inner, factory))
                            for key, each in value.items()])
    from copy import deepcopy
    return deepcopy(value)


def _check_instance(obj, name):
    if isinstance(obj, type) or not is_dataclass(obj):
        raise TypeError(f'{name}() should be called on dataclass instances')


def asdict(obj, *, dict_factory=dict):
    _check_instance(obj, 'asdict')

    def inner(value):
        return dict_factory([(each.name, _convert(getattr(value, each.name), inner, dict_factory))
                             for each in fields(value)])
    return inner(obj)


def astuple(obj, *, tuple_factory=tuple):
    _check_instance(obj, 'astuple')

    def inner(value):
        return tuple_factory([_convert(getattr(value, each.name), inner, tuple_factory) for each in fields(value)])
    return inner(obj)


def replace(obj, /, **changes):
    _check_instance(obj, 'replace')
    for each in obj.__dataclass_fields__.values():
        if not each.init:
            if each.name in changes:
                raise ValueError(f'field {each.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if each.name not in changes:
            if each._init_only and each.default is MISSING:
                raise ValueError(f"InitVar {each.name!r} must be specified with replace()")
            changes[each.name] = getattr(obj, each.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    annotations, defaults = {}, {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, 'typing.Any'
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, defaults[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if _iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = annotation

    def fill(body):
        body.update(namespace or {})
        body.update(defaults)
        body['__annotations__'] = annotations
    return dataclass(_new_class(cls_name, bases, {}, fill), **options)
