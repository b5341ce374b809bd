import sys
import _protocols
import collections.abc as _abc
from _abc import ABCMeta as _ABCMeta
from types import GenericAlias as _GenericAlias

__all__ = '''
    AbstractSet Annotated Any AnyStr AsyncContextManager AsyncGenerator AsyncIterable AsyncIterator Awaitable
    BinaryIO ByteString Callable ChainMap ClassVar Collection Concatenate Container ContextManager Coroutine
    Counter DefaultDict Deque Dict Final ForwardRef FrozenSet Generator Generic Hashable IO ItemsView Iterable
    Iterator KeysView List Literal LiteralString Mapping MappingView Match MutableMapping MutableSequence
    MutableSet NamedTuple Never NewType NoReturn NotRequired Optional OrderedDict ParamSpec ParamSpecArgs
    ParamSpecKwargs Pattern Protocol Required Reversible Self Sequence Set Sized SupportsAbs SupportsBytes
    SupportsComplex SupportsFloat SupportsIndex SupportsInt SupportsRound TYPE_CHECKING Text TextIO Tuple Type
    TypeAlias TypeGuard TypeVar TypeVarTuple TypedDict Union Unpack ValuesView assert_never assert_type cast
    clear_overloads dataclass_transform final get_args get_origin get_overloads get_type_hints is_typeddict
    no_type_check no_type_check_decorator overload reveal_type runtime_checkable
'''.split()

TYPE_CHECKING = False


def _text(part):
    if part is ...:
        return '...'
    if isinstance(part, type) and not isinstance(part, _GenericAlias):
        if part.__module__ == 'builtins':
            return part.__qualname__
        return f'{part.__module__}.{part.__qualname__}'
    if isinstance(part, list):
        return '[' + ', '.join([_text(each) for each in part]) + ']'
    if isinstance(part, tuple):
        return '(' + ', '.join([_text(each) for each in part]) + ')'
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
    # Text among the first `count` parts (all of them if that is None) names a type, and None is that of None.
    def convert(part):
        if part is None:
            return type(None)
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
        if self._name in _of_one and len(parameters) != 1:
            raise TypeError(f'{self} accepts only single type. Got {parameters!r}.')
        if self._name in _special:
            return _special[self._name](parameters)
        if self.__origin__ is not None:
            _check_count(self, len(parameters), _counts.get(self._name, 1))
        return _Alias(self, parameters)

    def __call__(self, *args, **keywords):
        self._check_call()
        return self.__origin__(*args, **keywords)

    def _check_call(self):
        if self is Any:
            raise TypeError('Any cannot be instantiated')
        if self.__origin__ is None:
            raise TypeError(f'Cannot instantiate {self!r}')
        if self.__origin__.__module__ == 'builtins':
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')

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
        wanted = self.__parameters__
        if not any([isinstance(each, (ParamSpec, TypeVarTuple)) for each in wanted]):
            _check_count(self, len(parameters), len(wanted))
        return self._with(dict(zip(wanted, _as_types(parameters))))

    def _with(self, given):
        # Itself with these types for its variables.
        def put(part):
            if isinstance(part, TypeVar):
                return given.get(part, part)
            if isinstance(part, list):
                return [put(each) for each in part]
            if isinstance(part, _Alias):
                return part._with(given)
            own = () if isinstance(part, type) and not isinstance(part, _GenericAlias) else getattr(
                part, '__parameters__', ())
            return part[tuple([given.get(each, each) for each in own])] if own else part

        parts = tuple([put(part) for part in self.__args__])
        return _make_union(parts) if self._form is Union else type(self)(self._form, parts)

    @property
    def __parameters__(self):
        return _type_variables(self.__args__)

    def __call__(self, *args, **keywords):
        if isinstance(self._form, _Form):
            self._form._check_call()
        made = self.__origin__(*args, **keywords)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

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
        return self._form is other._form and self._compared() == other._compared()

    def __hash__(self):
        return hash((id(self._form), self._compared()))

    def _compared(self):
        # Of unions and literals the order does not matter; that 1 is not True does.
        if self._form is Union:
            return frozenset(self.__args__)
        if self._form is Literal:
            return frozenset([(part, type(part)) for part in self.__args__])
        return self.__args__

    def __repr__(self):
        if self._form is Unpack:
            return f'*{self.__args__[0]!r}'
        name = repr(self._form) if isinstance(self._form, _Form) else _text(self._form)
        parts = self.__args__
        if self._form is Union and len(parts) == 2 and type(None) in parts:
            name = 'typing.Optional'
            parts = [part for part in parts if part is not type(None)]
        if self._form is Literal:
            return f'{name}[{", ".join(map(repr, parts)) or "()"}]'
        return name + '[' + (', '.join([_text(part) for part in parts]) or '()') + ']'


class _CallableAlias(_Alias):
    # Its arguments are those of the call and, last, what is returned.
    def _halves(self):
        *taken, result = self.__args__
        open_ended = len(taken) == 1 and (taken[0] is ... or isinstance(taken[0], ParamSpec)
                                          or getattr(taken[0], '_form', None) is Concatenate)
        return (taken[0] if open_ended else taken), result

    def __repr__(self):
        return 'typing.Callable[' + ', '.join(map(_text, self._halves())) + ']'


class _AnnotatedAlias(_Alias):
    # A type, and what is said of it.
    def __init__(self, form, parameters):
        inner, *said = parameters
        if isinstance(inner, _AnnotatedAlias):
            inner, said = inner.__origin__, (*inner.__metadata__, *said)
        _Alias.__init__(self, form, (inner,))
        self.__origin__, self.__metadata__ = inner, tuple(said)

    def _with(self, given):
        return _AnnotatedAlias(self._form, (*_Alias._with(self, given).__args__, *self.__metadata__))

    def _compared(self):
        return self.__origin__, self.__metadata__

    def __repr__(self):
        return f'typing.Annotated[{", ".join([_text(self.__origin__), *map(repr, self.__metadata__)])}]'


def _make_annotated(parts):
    if len(parts) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    return _AnnotatedAlias(Annotated, parts)


def _make_literal(parts):
    flat = {}
    for part in parts:
        for each in part.__args__ if isinstance(part, _Alias) and part._form is Literal else (part,):
            try:
                flat.setdefault((each, type(each)), each)
            except TypeError:  # what has no hash is compared with nothing
                return _Alias(Literal, parts)
    return _Alias(Literal, tuple(flat.values()))


def _make_union(parts):
    if not parts:
        raise TypeError('Cannot take a Union of no types.')
    flat = []
    for part in parts:
        if part is None:
            part = type(None)
        for each in (part.__args__ if isinstance(part, _Alias) and part._form is Union else (part,)):
            if each not in flat:
                flat.append(each)
    return flat[0] if len(flat) == 1 else _Alias(Union, tuple(flat))


def _make_optional(parts):
    if len(parts) != 1:
        raise TypeError(f'typing.Optional requires a single type. Got {parts!r}.')
    return _make_union((parts[0], None))


def _make_callable(parts):
    if len(parts) != 2:
        raise TypeError('Callable must be used as Callable[[arg, ...], result].')
    taken, result = parts
    if isinstance(taken, list):
        return _CallableAlias(Callable, (*taken, result))
    if taken is not ... and not isinstance(taken, ParamSpec) and getattr(taken, '_form', None) is not Concatenate:
        raise TypeError(f'Callable[args, result]: args must be a list. Got {taken}')
    return _CallableAlias(Callable, (taken, result))


def _make_tuple(parts):
    return _Alias(Tuple, parts[0] if parts == ((),) else parts)


_special = {'Union': _make_union, 'Optional': _make_optional, 'Callable': _make_callable, 'Tuple': _make_tuple,
            'Literal': _make_literal, 'Annotated': _make_annotated}
_of_one = frozenset(('ClassVar', 'Final', 'TypeGuard', 'Unpack'))
# How many types those take that do not take one.
_counts = {'Sized': 0, 'Hashable': 0, 'ByteString': 0, 'Coroutine': 3, 'Generator': 3} | dict.fromkeys(
    ('Dict', 'DefaultDict', 'OrderedDict', 'ChainMap', 'Mapping', 'MutableMapping', 'ItemsView', 'AsyncGenerator'), 2)

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
MappingView = _Form('MappingView', _abc.MappingView)
KeysView = _Form('KeysView', _abc.KeysView)
ItemsView = _Form('ItemsView', _abc.ItemsView)
ValuesView = _Form('ValuesView', _abc.ValuesView)
ByteString = _Form('ByteString', _abc.ByteString)
Text = str


# Forms of classes whose modules need not be loaded for annotations.
__lazy__ = {'Deque': 'deque', 'DefaultDict': 'defaultdict', 'OrderedDict': 'OrderedDict', 'Counter': 'Counter',
            'ChainMap': 'ChainMap', 'ContextManager': 'AbstractContextManager',
            'AsyncContextManager': 'AbstractAsyncContextManager', 'Pattern': 'Pattern', 'Match': 'Match'}


def __getattr__(name):
    if name not in __lazy__:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    if name.endswith('ContextManager'):
        import contextlib as source
    elif name in ('Pattern', 'Match'):
        import re as source
    else:
        import collections as source
    globals()[name] = form = _Form(name, getattr(source, __lazy__[name]))
    return form


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __typing_subst__(self, arg):  # by this, list[T] knows that it is generic
        return arg

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


class ParamSpecArgs:
    _which = 'args'

    def __init__(self, origin):
        self.__origin__ = origin

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return f'{self.__origin__.__name__}.{self._which}'


class ParamSpecKwargs(ParamSpecArgs):
    _which = 'kwargs'


class ParamSpec(TypeVar):
    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


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
        if cls is Generic or cls is Protocol:
            if not all([isinstance(each, (TypeVar, TypeVarTuple)) or hasattr(each, '_form') for each in parameters]):
                raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables or parameter '
                                'specification variables.')
            if not parameters:
                raise TypeError(f'Parameter list to {cls.__name__}[...] cannot be empty')
            if len(set(parameters)) != len(parameters):
                raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
        elif not cls.__parameters__ or all([type(each) is TypeVar for each in cls.__parameters__]):
            _check_count(cls, len(parameters), len(cls.__parameters__))
        return _Alias(cls, _as_types(parameters))


def _check_count(generic, count, wanted):
    if not wanted:
        raise TypeError(f'{generic!r} is not a generic class')
    if count != wanted:
        much = 'many' if count > wanted else 'few'
        raise TypeError(f'Too {much} arguments for {generic!r}; actual {count}, expected {wanted}')


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


class IO(Generic[AnyStr]):
    pass


class TextIO(IO[str]):
    pass


class BinaryIO(IO[bytes]):
    pass


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
    if isinstance(tp, type(int | str)):
        return type(tp)
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    return Generic if tp is Generic else getattr(tp, '__origin__', None)


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return tp.__origin__, *tp.__metadata__
    return tp._halves() if isinstance(tp, _CallableAlias) else tuple(getattr(tp, '__args__', ()))


from _typing_supports import (SupportsAbs, SupportsBytes, SupportsComplex, SupportsFloat, SupportsIndex, SupportsInt,
                              SupportsRound)
from _typing_classes import NamedTuple, TypedDict, is_typeddict
from _typing_marks import (NewType, assert_never, assert_type, cast, clear_overloads, dataclass_transform, final,
                           get_overloads, no_type_check, no_type_check_decorator, overload, reveal_type)
