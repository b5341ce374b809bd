# The signatures of callables, for inspect.
__name__ = 'inspect'

import functools as _functools
import types
from collections import OrderedDict, namedtuple
from enum import IntEnum as _IntEnum
from inspect import CO_VARARGS, CO_VARKEYWORDS, isclass, isfunction, ismethod, unwrap


class _empty:
    """Marks what is not given."""


class _ParameterKind(_IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name

    @property
    def description(self):
        return self.name.lower().replace('var_', 'variadic ').replace('_only', '-only').replace('_', ' ')


def formatannotation(annotation, base_module=None):
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


class Parameter:
    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.kind = _ParameterKind(kind)
        if default is not _empty and self.kind in (self.VAR_POSITIONAL, self.VAR_KEYWORD):
            raise ValueError(f'{self.kind.description} parameters cannot have default values')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if not name.isidentifier():
            raise ValueError(f'{name!r} is not a valid parameter name')
        self.name = name
        self.default = default
        self.annotation = annotation

    def replace(self, *, name=..., kind=..., annotation=..., default=...):
        return type(self)(self.name if name is ... else name, self.kind if kind is ... else kind,
                          default=self.default if default is ... else default,
                          annotation=self.annotation if annotation is ... else annotation)

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += f': {formatannotation(self.annotation)}'
        if self.default is not _empty:
            text += f' = {self.default!r}' if self.annotation is not _empty else f'={self.default!r}'
        if self.kind == self.VAR_POSITIONAL:
            return '*' + text
        return '**' + text if self.kind == self.VAR_KEYWORD else text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self.name, self.kind, self.default, self.annotation) == (
            other.name, other.kind, other.default, other.annotation)

    def __hash__(self):
        return hash((self.name, int(self.kind)))


class BoundArguments:
    def __init__(self, signature, arguments):
        self._signature = signature
        self.arguments = arguments

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        args = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY) or name not in self.arguments:
                break
            value = self.arguments[name]
            if parameter.kind == Parameter.VAR_POSITIONAL:
                args.extend(value)
            else:
                args.append(value)
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        by_keyword = False
        for name, parameter in self._signature.parameters.items():
            if name not in self.arguments:
                by_keyword = True
                continue
            if parameter.kind == Parameter.VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            elif parameter.kind == Parameter.KEYWORD_ONLY or by_keyword and parameter.kind != Parameter.VAR_POSITIONAL:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        filled = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind == Parameter.VAR_POSITIONAL:
                filled[name] = ()
            elif parameter.kind == Parameter.VAR_KEYWORD:
                filled[name] = {}
        self.arguments = filled

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        return f'<BoundArguments ({", ".join(f"{name}={value!r}" for name, value in self.arguments.items())})>'


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        made = OrderedDict()
        for parameter in parameters or ():
            if parameter.name in made:
                raise ValueError(f'duplicate parameter name: {parameter.name!r}')
            made[parameter.name] = parameter
        self._parameters = made
        self.return_annotation = return_annotation

    @property
    def parameters(self):
        return types.MappingProxyType(self._parameters)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, **options):
        return _signature_of(obj, follow_wrapped)

    def replace(self, *, parameters=..., return_annotation=...):
        return type(self)(self._parameters.values() if parameters is ... else parameters,
                          return_annotation=self.return_annotation if return_annotation is ... else return_annotation)

    def bind(self, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        given = list(args)
        var_keyword = None
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind == Parameter.VAR_POSITIONAL:
                if given:
                    arguments[name] = tuple(given)
                    given = []
            elif kind == Parameter.VAR_KEYWORD:
                var_keyword = name
            elif given and kind != Parameter.KEYWORD_ONLY:
                if name in kwargs and kind != Parameter.POSITIONAL_ONLY:
                    raise TypeError(f'multiple values for argument {name!r}')
                arguments[name] = given.pop(0)
            elif given and name in kwargs:
                arguments[name] = kwargs.pop(name)
            elif name in kwargs:
                if kind == Parameter.POSITIONAL_ONLY:
                    raise TypeError(f'{name!r} parameter is positional only, but was passed as a keyword')
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                raise TypeError(f'missing a required argument: {name!r}')
        if given:
            raise TypeError('too many positional arguments')
        if kwargs:
            if var_keyword is None:
                raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
            arguments[var_keyword] = kwargs
        return BoundArguments(self, arguments)

    def __str__(self):
        parts = []
        separated = False
        last = None
        for parameter in self._parameters.values():
            if last == Parameter.POSITIONAL_ONLY != parameter.kind:
                parts.append('/')
            if parameter.kind == Parameter.VAR_POSITIONAL:
                separated = True
            elif parameter.kind == Parameter.KEYWORD_ONLY and not separated:
                parts.append('*')
                separated = True
            parts.append(str(parameter))
            last = parameter.kind
        if last == Parameter.POSITIONAL_ONLY:
            parts.append('/')
        text = f'({", ".join(parts)})'
        if self.return_annotation is not _empty:
            text += f' -> {formatannotation(self.return_annotation)}'
        return text

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (list(self._parameters.values()) == list(other._parameters.values())
                and self.return_annotation == other.return_annotation)


def _of_function(function):
    code = function.__code__
    names = code.co_varnames
    positional = code.co_argcount
    keyword_only = code.co_kwonlyargcount
    annotations = getattr(function, '__annotations__', {})
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    first_default = positional - len(defaults)
    for i, name in enumerate(names[:positional]):
        add(name, Parameter.POSITIONAL_ONLY if i < code.co_posonlyargcount else Parameter.POSITIONAL_OR_KEYWORD,
            defaults[i - first_default] if i >= first_default else _empty)
    rest = positional + keyword_only
    if code.co_flags & CO_VARARGS:
        add(names[rest], Parameter.VAR_POSITIONAL)
        rest += 1
    for name in names[positional:positional + keyword_only]:
        add(name, Parameter.KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[rest], Parameter.VAR_KEYWORD)
    return Signature(parameters, return_annotation=annotations.get('return', _empty))


def _without_first(signature):
    parameters = list(signature.parameters.values())
    if not parameters or parameters[0].kind in (Parameter.KEYWORD_ONLY, Parameter.VAR_KEYWORD):
        raise ValueError('invalid method signature')
    if parameters[0].kind != Parameter.VAR_POSITIONAL:
        parameters = parameters[1:]
    return signature.replace(parameters=parameters)


def _of_partial(partial):
    signature = _signature_of(partial.func)
    bound = signature.bind_partial(*partial.args, **partial.keywords)
    parameters = []
    by_keyword = False
    given = len(partial.args)
    for name, parameter in signature.parameters.items():
        if parameter.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD) and given > 0:
            given -= 1
            continue
        if name in partial.keywords and parameter.kind != Parameter.VAR_KEYWORD:
            parameter = parameter.replace(kind=Parameter.KEYWORD_ONLY, default=bound.arguments[name])
            by_keyword = True
        elif by_keyword and parameter.kind == Parameter.POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=Parameter.KEYWORD_ONLY)
        elif by_keyword and parameter.kind == Parameter.VAR_POSITIONAL:
            continue
        parameters.append(parameter)
    return signature.replace(parameters=parameters)


def _stub(obj):
    """A function with the parameters that this has in CPython, if it is of asyncio and native here."""
    import asyncio
    from _asyncio_signatures import STUBS
    name = getattr(obj, '__qualname__', '')
    is_method = '.' in name
    if not is_method and getattr(asyncio, name.replace('_Unix', ''), None) is not obj:
        return None
    stub = STUBS.get(name)
    is_bound = is_method and isinstance(obj, types.BuiltinFunctionType)
    return _functools.partial(stub, None) if stub is not None and is_bound else stub


def _signature_of(obj, follow_wrapped=True):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if ismethod(obj):
        return _without_first(_signature_of(obj.__func__, follow_wrapped))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda each: hasattr(each, '__signature__'))
        if ismethod(obj):
            return _signature_of(obj)
    own = getattr(obj, '__signature__', None)
    if isinstance(own, Signature):
        return own
    if isfunction(obj):
        return _of_function(obj)
    if isinstance(obj, _functools.partial):
        return _of_partial(obj)
    if isclass(obj):
        call = getattr(type(obj), '__call__', None)
        for method in (call, getattr(obj, '__new__', None), getattr(obj, '__init__', None)):
            if isfunction(method):
                return _without_first(_signature_of(method))
        stub = _stub(obj)
        if stub is not None:
            return _of_function(stub)
        if obj.__module__ != 'builtins':
            return Signature()
    else:
        call = getattr(type(obj), '__call__', None)
        if isfunction(call):
            return _without_first(_signature_of(call))
    stub = _stub(obj)
    if stub is not None:
        return _signature_of(stub)
    kind = 'builtin type' if isclass(obj) else 'builtin'
    raise ValueError(f'no signature found for {kind} {obj!r}')


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return _signature_of(obj, follow_wrapped)


FullArgSpec = namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')


def getfullargspec(func):
    found = _signature_of(func.__func__ if ismethod(func) else func, False)
    args, keyword_only, varargs, varkw = [], [], None, None
    for parameter in found.parameters.values():
        if parameter.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
            args.append(parameter.name)
        elif parameter.kind == Parameter.VAR_POSITIONAL:
            varargs = parameter.name
        elif parameter.kind == Parameter.KEYWORD_ONLY:
            keyword_only.append(parameter.name)
        else:
            varkw = parameter.name
    defaults = tuple(found.parameters[name].default for name in args
                     if found.parameters[name].default is not _empty) or None
    keyword_defaults = {name: found.parameters[name].default for name in keyword_only
                        if found.parameters[name].default is not _empty} or None
    annotations = {} if found.return_annotation is _empty else {'return': found.return_annotation}
    annotations.update({name: each.annotation for name, each in found.parameters.items()
                        if each.annotation is not _empty})
    return FullArgSpec(args, varargs, varkw, defaults, keyword_only, keyword_defaults, annotations)
