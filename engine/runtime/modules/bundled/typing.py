import sys
import _protocols
import collections.abc as _abc
from _abc import ABCMeta as _ABCMeta
from types import GenericAlias as _GenericAlias

TYPE_CHECKING = False


def _text(part):
    if part is ...:
        return '...'
    if part is None:
        return 'NoneType'
    if isinstance(part, type) and not isinstance(part, _GenericAlias):
        if part.__module__ == 'builtins':
            return part.__qualname__
        return f'{part.__module__}.{part.__qualname__}'
    if isinstance(part, list):
        return '[' + ', '.join([_text(each) for each in part]) + ']'
    if isinstance(part, tuple):
        return '()' if not part else '(' + ', '.join([_text(each) for each in part]) + ')'
    return repr(part)


class ForwardRef:
    """A type that is named before it is there: `Optional['Node']`."""

    def __init__(self, arg, module=None):
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__forward_arg__, self.__forward_module__) == (other.__forward_arg__, other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = '' if self.__forward_module__ is None else f', module={self.__forward_module__!r}'
        return f'ForwardRef({self.__forward_arg__!r}{module})'


def _as_types(parts, count=None):
    # Text among the first `count` parts (all of them if that is None) names a type.
    def convert(part):
        return ForwardRef(part) if isinstance(part, str) else _as_types(part) if isinstance(part, list) else part

    converted = [convert(part) for part in (parts if count is None else parts[:count])]
    return converted if isinstance(parts, list) else tuple([*converted, *parts[len(converted):]])


class _Checked:
    # What isinstance() and issubclass() can be asked about: `_classes()`, or its TypeError.
    def __instancecheck__(self, instance):
        return isinstance(instance, self._classes())

    def __subclasscheck__(self, cls):
        return issubclass(cls, self._classes())


class _Form(_Checked):
    # Any, Optional, List …: what annotations are made of. Nothing is ever checked by it.
    def __init__(self, name, origin=None, bases=None):
        self._name = name
        self.__origin__ = origin
        self._bases = bases

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if self is not Literal:
            parameters = _as_types(parameters, 1 if self is Annotated else None)
        return _special[self._name](parameters) if self._name in _special else _Alias(self, parameters)

    def __call__(self, *args, **keywords):
        if self.__origin__ is None:
            raise TypeError(f'Cannot instantiate {self!r}')
        return self.__origin__(*args, **keywords)

    def __mro_entries__(self, bases, alias=None):
        if self._bases is not None:
            return self._bases
        if self.__origin__ is None:
            raise TypeError(f'Cannot subclass {self!r}')
        later = bases[bases.index(alias or self) + 1:]
        is_generic = any([isinstance(base, _Checked) or issubclass(base, Generic) for base in later])
        return (self.__origin__,) * (self.__origin__ not in bases) + (Generic,) * (not is_generic)

    def _classes(self):
        if self.__origin__ is None:
            raise TypeError(f'{self!r} cannot be used with isinstance()')
        return (self.__origin__,)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return 'typing.' + self._name


class _Alias(_Checked):
    def __init__(self, form, parameters):
        self._form = form
        self.__args__ = parameters
        origin = getattr(form, '__origin__', None)
        self.__origin__ = form if origin is None else origin

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        given = iter(parameters)
        return _Alias(self._form, tuple([next(given, part) if isinstance(part, TypeVar) else part
                                         for part in self.__args__]))

    @property
    def __parameters__(self):
        return _type_variables(self.__args__)

    def __call__(self, *args, **keywords):
        return self.__origin__(*args, **keywords)

    def __mro_entries__(self, bases):
        if isinstance(self._form, _Form):
            return self._form.__mro_entries__(bases, self)
        if self._form is Generic and any([isinstance(base, _Checked) for base in bases[bases.index(self) + 1:]]):
            return ()
        return (self._form,)

    def _classes(self):
        if self._form is Union:
            return self.__args__
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __eq__(self, other):
        if self._form is Union and isinstance(other, type(int | str)):
            return set(self.__args__) == set(other.__args__)
        if not isinstance(other, _Alias):
            return NotImplemented
        return self._form is other._form and self.__args__ == other.__args__

    def __hash__(self):
        return hash((id(self._form), self.__args__))

    def __repr__(self):
        name = repr(self._form) if isinstance(self._form, _Form) else _text(self._form)
        parts = self.__args__
        if self._form is Union and len(parts) == 2 and type(None) in parts:
            name = 'typing.Optional'
            parts = [part for part in parts if part is not type(None)]
        return name + '[' + ', '.join([_text(part) for part in parts]) + ']'


def _make_union(parts):
    flat = []
    for part in parts:
        if part is None:
            part = type(None)
        for each in (part.__args__ if isinstance(part, _Alias) and part._form is Union else (part,)):
            if each not in flat:
                flat.append(each)
    return flat[0] if len(flat) == 1 else _Alias(Union, tuple(flat))


def _make_optional(parts):
    return _make_union((parts[0], None))


def _make_annotated(parts):
    return _Alias(Annotated, parts)


_special = {'Union': _make_union, 'Optional': _make_optional}

Any = _Form('Any', None, (object,))
NoReturn = _Form('NoReturn')
Never = _Form('Never')
Self = _Form('Self')
LiteralString = _Form('LiteralString')
ClassVar = _Form('ClassVar')
Final = _Form('Final')
Literal = _Form('Literal')
Union = _Form('Union')
Optional = _Form('Optional')
Annotated = _Form('Annotated')
Concatenate = _Form('Concatenate')
TypeGuard = _Form('TypeGuard')
TypeAlias = _Form('TypeAlias')
Required = _Form('Required')
NotRequired = _Form('NotRequired')
Unpack = _Form('Unpack')

List = _Form('List', list)
Dict = _Form('Dict', dict)
Set = _Form('Set', set)
FrozenSet = _Form('FrozenSet', frozenset)
Tuple = _Form('Tuple', tuple)
Type = _Form('Type', type)
Callable = _Form('Callable', _abc.Callable)
Awaitable = _Form('Awaitable', _abc.Awaitable)
Coroutine = _Form('Coroutine', _abc.Coroutine)
AsyncIterable = _Form('AsyncIterable', _abc.AsyncIterable)
AsyncIterator = _Form('AsyncIterator', _abc.AsyncIterator)
AsyncGenerator = _Form('AsyncGenerator', _abc.AsyncGenerator)
Iterable = _Form('Iterable', _abc.Iterable)
Iterator = _Form('Iterator', _abc.Iterator)
Generator = _Form('Generator', _abc.Generator)
Reversible = _Form('Reversible', _abc.Reversible)
Container = _Form('Container', _abc.Container)
Collection = _Form('Collection', _abc.Collection)
Sized = _Form('Sized', _abc.Sized)
Hashable = _Form('Hashable', _abc.Hashable)
Sequence = _Form('Sequence', _abc.Sequence)
MutableSequence = _Form('MutableSequence', _abc.MutableSequence)
Mapping = _Form('Mapping', _abc.Mapping)
MutableMapping = _Form('MutableMapping', _abc.MutableMapping)
AbstractSet = _Form('AbstractSet', _abc.Set)
MutableSet = _Form('MutableSet', _abc.MutableSet)
KeysView = _Form('KeysView', _abc.KeysView)
ItemsView = _Form('ItemsView', _abc.ItemsView)
ValuesView = _Form('ValuesView', _abc.ValuesView)
ByteString = _Form('ByteString', _abc.ByteString)
Text = str


# Forms of classes whose modules need not be loaded for annotations.
__lazy__ = {'Deque': 'deque', 'DefaultDict': 'defaultdict', 'OrderedDict': 'OrderedDict', 'Counter': 'Counter',
            'ChainMap': 'ChainMap', 'ContextManager': 'AbstractContextManager',
            'AsyncContextManager': 'AbstractAsyncContextManager'}


def __getattr__(name):
    if name not in __lazy__:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    if name.endswith('ContextManager'):
        import contextlib as source
    else:
        import collections as source
    globals()[name] = form = _Form(name, getattr(source, __lazy__[name]))
    return form


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__


class TypeVarTuple:
    def __init__(self, name):
        self.__name__ = name

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class ParamSpec(TypeVar):
    @property
    def args(self):
        return self

    @property
    def kwargs(self):
        return self


AnyStr = TypeVar('AnyStr', bytes, str)


def _type_variables(parts):
    # Each once, in the order in which they stand in annotations.
    found = []
    for part in parts:
        own = (part,) if isinstance(part, TypeVar) else () if isinstance(part, type) else getattr(part, '__parameters__', ())
        found += [each for each in own if each not in found]
    return tuple(found)


class Generic:
    def __init_subclass__(cls, /, *args, **keywords):
        super().__init_subclass__(*args, **keywords)
        cls.__parameters__ = _type_variables(cls.__dict__.get('__orig_bases__', ()))

    def __class_getitem__(cls, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if cls is not Generic and cls is not Protocol:
            _check_count(cls, len(parameters))
        return _Alias(cls, parameters)


def _check_count(cls, count):
    wanted = cls.__parameters__
    if not wanted:
        raise TypeError(f'{cls!r} is not a generic class')
    if count != len(wanted) and all([type(each) is TypeVar for each in wanted]):
        much = 'many' if count > len(wanted) else 'few'
        raise TypeError(f'Too {much} arguments for {cls!r}; actual {count}, expected {len(wanted)}')


class _ProtocolMeta(_ABCMeta):
    """Lets `isinstance` ask what an object has, where its class does not derive from the protocol."""

    def __instancecheck__(cls, instance):
        if cls._is_protocol:
            _protocols.demand_runtime(cls)
        if (not cls._is_protocol or _protocols.has_methods_alone(cls)) and issubclass(type(instance), cls):
            return True
        if cls._is_protocol and all([
                hasattr(instance, name)
                and (not callable(getattr(cls, name, None)) or getattr(instance, name) is not None)
                for name in _protocols.members(cls)]):
            return True
        return cls in type(instance).__mro__ if cls._is_protocol else super().__instancecheck__(instance)


class Protocol(Generic, metaclass=_ProtocolMeta):
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, /, *args, **keywords):
        super().__init_subclass__(*args, **keywords)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = Protocol in cls.__bases__
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_protocols.asks_other)
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if not (base is object or base is Generic or base.__module__ in _homes_of_protocols
                    or getattr(base, '_is_protocol', False)):
                raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        cls.__init__ = _protocols.protocol_init


_homes_of_protocols = ('collections.abc', 'contextlib')


def runtime_checkable(cls):
    if not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    def __int__(self):
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    def __float__(self):
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    def __index__(self):
        pass


@runtime_checkable
class SupportsAbs(Protocol):
    def __abs__(self):
        pass


class IO(Generic):
    pass


class TextIO(IO):
    pass


class BinaryIO(IO):
    pass


class NamedTupleMeta(type):
    """Makes a named tuple of the annotations in a class body."""

    def __new__(meta, name, bases, namespace):
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
    import sys
    return _named_tuple(typename, dict(fields) or keywords, (), sys._getframe(1).f_globals['__name__']
                        if hasattr(sys, '_getframe') else '__main__')


_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


class _TypedDictMeta(type):
    """Annotations for a dict, and nothing more: what a call makes is a plain dict."""

    def __new__(meta, name, bases, namespace, total=True):
        made = type.__new__(meta, name, (dict,), dict(namespace))
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required |= base.__dict__.get('__required_keys__', frozenset())
            optional |= base.__dict__.get('__optional_keys__', frozenset())
        own = {name: ForwardRef(hint, namespace.get('__module__')) if isinstance(hint, str) else hint
               for name, hint in namespace.get('__annotations__', {}).items()}
        annotations.update(own)
        (required if total else optional).update(own)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __call__(cls, /, *args, **keywords):
        return dict(*args, **keywords)


def TypedDict(typename, fields=(), /, *, total=True, **keywords):
    body = {'__annotations__': dict(fields) or keywords, '__module__': sys._getframe(1).f_globals['__name__']}
    return _TypedDictMeta(typename, (), body, total=total)


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


class _NewType:
    def __init__(self, name, supertype):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = supertype
        self.__module__ = sys._getframe(1).f_globals['__name__']

    def __call__(self, value):
        return value

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return f'{self.__module__}.{self.__name__}'


NewType = _NewType


def cast(typ, val):
    return val


def overload(func):
    return func


def final(func):
    return func


def override(func):
    return func


def no_type_check(func):
    return func


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    return obj


def assert_never(arg, /):
    raise AssertionError(f'Expected code to be unreachable, but got: {arg!r}')


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    from _annotations import resolved
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            names = globalns if globalns is not None else vars(module) if module else {}
            for name, hint in base.__dict__.get('__annotations__', {}).items():
                hints[name] = resolved(hint, names, vars(base) if localns is None else localns, include_extras)
        return hints
    given = getattr(obj, '__annotations__', None)
    if given is None:
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    inner = obj
    while hasattr(inner, '__wrapped__'):
        inner = inner.__wrapped__
    names = globalns if globalns is not None else getattr(inner, '__globals__', vars(obj) if given else {})
    return {name: resolved(hint, names, localns or {}, include_extras) for name, hint in given.items()}


def get_origin(tp):
    return getattr(tp, '__origin__', None)


def get_args(tp):
    return tuple(getattr(tp, '__args__', ()))


def dataclass_transform(**keywords):
    return lambda cls: cls


def get_overloads(func):
    return []


def clear_overloads():
    pass


def is_typeddict(tp):
    return hasattr(tp, '__required_keys__')
