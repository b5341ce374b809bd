import sys
import types
from collections import OrderedDict, namedtuple
from collections.abc import Awaitable as _Awaitable
from enum import IntEnum as _IntEnum
import _traceback
import functools as _functools

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 16, 32, 64, 128, 256, 512


# --- what is it? --------------------------------------------------------------------------

def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, '__get__') and not hasattr(kind, '__set__')


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, '__set__') or hasattr(kind, '__delete__')


def isabstract(object):
    return isclass(object) and bool(_abstract_names(object))


def _abstract_names(cls):
    return [name for base in cls.__mro__ for name in vars(base)
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False)]


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return isinstance(object, (types.CoroutineType, _Awaitable)) or (
        isinstance(object, types.GeneratorType) and getattr(object, '__await__', None) is not None)


def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def iscode(object):
    return isinstance(object, types.CodeType)


def _has_flag(function, flag):
    while True:
        if ismethod(function):
            function = function.__func__
        elif isinstance(function, _functools.partial):
            function = function.func
        elif isfunction(function) and function.__code__.co_filename == '<frozen types>':
            function = function.__wrapped__  # what types.coroutine made of a generator function
        else:
            break
    return isfunction(function) and bool(function.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


# --- how far is it? -----------------------------------------------------------------------

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = (
    'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED')


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


def getgeneratorlocals(generator):
    return generator.gi_frame.f_locals if generator.gi_frame is not None else {}


def getcoroutinelocals(coroutine):
    return coroutine.cr_frame.f_locals if coroutine.cr_frame is not None else {}


# --- members, names, texts ----------------------------------------------------------------

def getmembers(object, predicate=None):
    members = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            members.append((name, value))
    members.sort(key=lambda pair: pair[0])
    return members


def getattr_static(obj, attr, default=...):
    for holder in (obj, *type(obj).__mro__) if not isclass(obj) else obj.__mro__:
        if attr in getattr(holder, '__dict__', {}):
            return holder.__dict__[attr]
    if default is ...:
        raise AttributeError(attr)
    return default


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    seen = [func]
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if any(func is each for each in seen):
            raise ValueError(f'wrapper loop when unwrapping {seen[0]!r}')
        seen.append(func)
    return func


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    indents = [len(line) - len(line.lstrip()) for line in lines[1:] if line.lstrip()]
    margin = min(indents, default=0)
    lines = [lines[0].lstrip(), *[line[margin:] for line in lines[1:]]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    if doc is None and isclass(object):
        for base in object.__mro__[1:]:
            if base.__doc__ is not None and base.__module__ != 'builtins':
                doc = base.__doc__
                break
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, '__module__', None))


def getmodulename(path):
    name = path[path.rfind('/') + 1:]
    return name[:-3] if name.endswith('.py') else None


def getfile(object):
    if ismodule(object) and getattr(object, '__file__', None):
        return object.__file__
    code = _code_of(object)
    if code is None:
        kind = type(object).__name__
        raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got ' + kind)
    return code.co_filename


getsourcefile = getfile


def _code_of(object):
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        return unwrap(object).__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        return object.f_code
    return object if iscode(object) else None


def getsourcelines(object):
    """The lines of a function and the number of the first: up to where the indentation ends."""
    code = _code_of(object)
    if code is None:
        raise TypeError('a function was expected, got ' + type(object).__name__)
    first = number = code.co_firstlineno
    line = _traceback.source_line(code.co_filename, number)
    if not line:
        raise OSError('could not get source code')
    margin = len(line) - len(line.lstrip())
    lines = [line]
    in_body = not line.lstrip().startswith('@') and line.rstrip().endswith(':')
    while True:
        number += 1
        line = _traceback.source_line(code.co_filename, number)
        stripped = line.strip()
        if not line and not any(_traceback.source_line(code.co_filename, number + i) for i in range(1, 4)):
            break
        if stripped and in_body and len(line) - len(line.lstrip()) <= margin and not stripped.startswith('#'):
            break
        in_body = in_body or stripped.startswith(('def ', 'async def ')) and stripped.endswith(':')
        lines.append(line)
    while lines and not lines[-1].strip():
        lines.pop()
    return [line.rstrip('\n') + '\n' for line in lines], first


def getsource(object):
    return ''.join(getsourcelines(object)[0])


# --- frames -------------------------------------------------------------------------------

def currentframe():
    return sys._getframe(1)


FrameInfo = namedtuple('FrameInfo', 'frame filename lineno function code_context index')
Traceback = namedtuple('Traceback', 'filename lineno function code_context index')


def getframeinfo(frame, context=1):
    lineno = frame.f_lineno
    code = frame.f_code
    line = _traceback.source_line(code.co_filename, lineno)
    return Traceback(code.co_filename, lineno, code.co_name, [line + '\n'] if line else None, 0 if line else None)


def getouterframes(frame, context=1):
    found = []
    while frame is not None:
        if _traceback.is_own(frame.f_code):
            found.append(FrameInfo(frame, *getframeinfo(frame)))
        frame = frame.f_back
    return found


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


# --- signatures ---------------------------------------------------------------------------

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


class _Factory:
    """Stands for the default that a dataclass's factory makes."""

    def __repr__(self):
        return '<factory>'


def _of_dataclass(cls):
    from dataclasses import MISSING
    parameters = []
    for each in cls.__dataclass_fields__.values():
        if not each.init:
            continue
        default = _empty if each.default is MISSING else each.default
        if each.default_factory is not MISSING:
            default = _Factory()
        kind = Parameter.KEYWORD_ONLY if each.kw_only is True else Parameter.POSITIONAL_OR_KEYWORD
        parameters.append(Parameter(each.name, kind, default=default, annotation=each.type))
    parameters.sort(key=lambda parameter: parameter.kind)
    return Signature(parameters, return_annotation=None)


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
    if isclass(obj) and '__dataclass_fields__' in obj.__dict__ and \
            obj.__init__.__code__.co_filename == '<frozen dataclasses>':
        return _of_dataclass(obj)
    if isclass(obj):
        call = getattr(type(obj), '__call__', None)
        for method in (call, getattr(obj, '__new__', None), getattr(obj, '__init__', None)):
            if isfunction(method):
                return _without_first(_signature_of(method))
        if obj.__module__ != 'builtins':
            return Signature()
    else:
        call = getattr(type(obj), '__call__', None)
        if isfunction(call):
            return _without_first(_signature_of(call))
    raise ValueError(f'no signature found for builtin {obj!r}')


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


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isclass(obj):
        return dict(obj.__dict__.get('__annotations__', {}))
    return dict(getattr(obj, '__annotations__', None) or {})
