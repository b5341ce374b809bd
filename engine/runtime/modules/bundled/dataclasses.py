class FrozenInstanceError(AttributeError):
    pass


class _Missing:
    def __repr__(self):
        return '<dataclasses._MISSING_TYPE object>'


MISSING = _Missing()


class _KeywordOnly:
    pass


KW_ONLY = _KeywordOnly()


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
        self.metadata = metadata if metadata is not None else {}
        self.kw_only = kw_only
        self._init_only = False

    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
                f'default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},'
                f'hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r})')


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
        each._init_only = _is_init_variable(annotation)
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


def _listed(names):
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return ' and '.join(names)
    return ', '.join(names[:-1]) + ', and ' + names[-1]


def _missing_error(title, kind, names):
    names = [repr(name) for name in names]
    return TypeError(f'{title}() missing {len(names)} required {kind} argument{"s" if len(names) > 1 else ""}: '
                     f'{_listed(names)}')


def _too_many_error(title, least, most, given, only):
    # too_many_positional() in Python/ceval.c: `only` is how many keyword-only arguments were given.
    takes = f'from {least} to {most}' if least < most else str(most)
    also = (f' positional argument{"s" if given != 1 else ""} (and {only} keyword-only argument{"s" if only != 1 else ""})'
            if only else '')
    return TypeError(f'{title}() takes {takes} positional argument{"s" if least < most or most != 1 else ""} '
                     f'but {given}{also} {"was" if given == 1 and not only else "were"} given')


def _make_init(cls, fields, frozen, slots):
    title = f'{cls.__qualname__}.__init__'
    positional = [each for each in fields if each.init and not each.kw_only]
    keyword_only = [each for each in fields if each.init and each.kw_only]
    by_name = {each.name: each for each in positional + keyword_only}
    seen_default = False
    for each in positional:
        has_default = each.default is not MISSING or each.default_factory is not MISSING
        if seen_default and not has_default:
            raise TypeError(f'non-default argument {each.name!r} follows default argument')
        seen_default = seen_default or has_default
    required = [each.name for each in positional
                if each.default is MISSING and each.default_factory is MISSING]
    names = [each.name for each in positional]
    init_only = [each.name for each in fields if each._init_only]
    calls_after = hasattr(cls, '__post_init__')

    def __init__(self, /, *args, **keywords):
        given = dict(zip(names, args))
        for name, value in keywords.items():
            if name not in by_name:
                raise TypeError(f'{title}() got an unexpected keyword argument {name!r}')
            if name in given:
                raise TypeError(f'{title}() got multiple values for argument {name!r}')
            given[name] = value
        if len(args) > len(names):
            only = sum(each.name in keywords for each in keyword_only)
            raise _too_many_error(title, len(required) + 1, len(names) + 1, len(args) + 1, only)
        missing = [name for name in required if name not in given]
        if missing:
            raise _missing_error(title, 'positional', missing)
        missing = [each.name for each in keyword_only if each.name not in given and each.default is MISSING
                   and each.default_factory is MISSING]
        if missing:
            raise _missing_error(title, 'keyword-only', missing)
        extra = {}
        for each in fields:
            name = each.name
            if name in given:
                value = given[name]
            elif each.default_factory is not MISSING:
                value = each.default_factory()
            elif each.default is not MISSING:
                if not each.init and not each._init_only and not slots:
                    continue
                value = each.default
            else:
                continue
            if each._init_only:
                extra[name] = value
            elif frozen:
                object.__setattr__(self, name, value)
            else:
                setattr(self, name, value)
        if calls_after:
            self.__post_init__(*[extra[name] for name in init_only])

    __init__.__qualname__ = title
    __init__.__annotations__ = {each.name: each.type for each in positional + keyword_only}
    __init__.__annotations__['return'] = None
    return __init__


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return False
    value.__qualname__ = f'{cls.__qualname__}.{name}'
    setattr(cls, name, value)
    return True


def _make_order(cls, names):
    def values(obj):
        return tuple([getattr(obj, name) for name in names])

    def __lt__(self, other):
        return values(self) < values(other) if other.__class__ is self.__class__ else NotImplemented

    def __le__(self, other):
        return values(self) <= values(other) if other.__class__ is self.__class__ else NotImplemented

    def __gt__(self, other):
        return values(self) > values(other) if other.__class__ is self.__class__ else NotImplemented

    def __ge__(self, other):
        return values(self) >= values(other) if other.__class__ is self.__class__ else NotImplemented

    for function in (__lt__, __le__, __gt__, __ge__):
        if not _set_new(cls, function.__name__, function):
            raise TypeError(f'Cannot overwrite attribute {function.__name__} in class {cls.__name__}. '
                            'Consider using functools.total_ordering')


def _freeze(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)

    for function in (__setattr__, __delattr__):
        if not _set_new(cls, function.__name__, function):
            raise TypeError(f'Cannot overwrite attribute {function.__name__} in class {cls.__name__}')


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
        shown = [each.name for each in stored if each.repr]
        under_way = set()

        def __repr__(self):
            if id(self) in under_way:
                return '...'
            under_way.add(id(self))
            try:
                items = ', '.join([f'{name}={getattr(self, name)!r}' for name in shown])
            finally:
                under_way.discard(id(self))
            return f'{self.__class__.__qualname__}({items})'
        _set_new(cls, '__repr__', __repr__)
    compared = [each.name for each in stored if each.compare]
    if eq:
        def __eq__(self, other):
            if other.__class__ is not self.__class__:
                return NotImplemented
            return tuple([getattr(self, name) for name in compared]) == tuple([getattr(other, name) for name in compared])
        _set_new(cls, '__eq__', __eq__)
    if order:
        _make_order(cls, compared)
    if frozen:
        _freeze(cls, [each.name for each in stored])
    if unsafe_hash or (eq and frozen):
        hashed = [each.name for each in stored if (each.compare if each.hash is None else each.hash)]
        if not has_own_hash:
            cls.__hash__ = lambda self: hash(tuple([getattr(self, name) for name in hashed]))
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
        return {_convert(key, inner, factory): _convert(each, inner, factory) for key, each in value.items()}
    return value


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
    annotations, body = {}, dict(namespace or {})
    for item in fields:
        if isinstance(item, str):
            annotations[item] = 'typing.Any'
        else:
            annotations[item[0]] = item[1]
            if len(item) > 2:
                body[item[0]] = item[2]
    body['__annotations__'] = annotations
    return dataclass(type(cls_name, tuple(bases), body), **options)
