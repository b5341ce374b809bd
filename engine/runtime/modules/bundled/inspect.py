import sys
import types
from collections import namedtuple
from collections.abc import Awaitable as _Awaitable
from _types import is_marked_coroutine as _is_marked_coroutine
import _traceback
import functools as _functools

__all__ = ['BoundArguments', 'CORO_CLOSED', 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CO_ASYNC_GENERATOR',
           'CO_COROUTINE', 'CO_GENERATOR', 'CO_ITERABLE_COROUTINE', 'CO_NESTED', 'CO_NEWLOCALS', 'CO_NOFREE',
           'CO_OPTIMIZED', 'CO_VARARGS', 'CO_VARKEYWORDS', 'FrameInfo', 'FullArgSpec', 'GEN_CLOSED', 'GEN_CREATED',
           'GEN_RUNNING', 'GEN_SUSPENDED', 'Parameter', 'Signature', 'Traceback', 'cleandoc', 'currentframe',
           'findsource', 'formatannotation', 'get_annotations', 'getattr_static', 'getcallargs', 'getcoroutinelocals',
           'getcoroutinestate', 'getdoc', 'getfile', 'getframeinfo', 'getfullargspec', 'getgeneratorlocals',
           'getgeneratorstate', 'getmembers', 'getmodule', 'getmodulename', 'getmro', 'getouterframes', 'getsource',
           'getsourcefile', 'getsourcelines', 'isabstract', 'isasyncgen', 'isasyncgenfunction', 'isawaitable',
           'isbuiltin', 'isclass', 'iscode', 'iscoroutine', 'iscoroutinefunction', 'isdatadescriptor', 'isframe',
           'isfunction', 'isgenerator', 'isgeneratorfunction', 'ismethod', 'ismethoddescriptor', 'ismodule',
           'isroutine', 'istraceback', 'signature', 'stack', 'unwrap']

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
    return isinstance(object, (types.CoroutineType, _Awaitable)) or _is_marked_coroutine(object)


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
    while isinstance(obj, _functools.partial):
        obj = obj.func
    if isbuiltin(obj) or isinstance(obj, types.MethodDescriptorType):
        import asyncio  # its own coroutine functions are native
        return asyncio.iscoroutinefunction(obj)
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
    if ismodule(object):
        raise TypeError(f'{object!r} is a built-in module')
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, '__file__', None):
            return module.__file__
        raise TypeError(f'{object!r} is a built-in class')
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


def findsource(object):
    """The lines of its file, and where in them it begins."""
    import _sources
    lines = _sources.lines_of(getfile(object))
    if ismodule(object):
        return lines, 0
    if isclass(object):
        at = _sources.class_line(lines, object.__qualname__)
        if at is None:
            raise OSError('could not find class definition')
        return lines, at
    code = _code_of(object)
    if code.co_firstlineno > len(lines):
        raise OSError('lineno is out of bounds')
    return lines, _sources.function_line(lines, code.co_firstlineno - 1)


def getsourcelines(object):
    """The lines of a function or a class and the number of the first; all lines of a module and 0."""
    import _sources
    object = unwrap(object)
    lines, first = findsource(object)
    code = _code_of(object)
    if ismodule(object) or code is not None and not isfunction(object) and code.co_name == '<module>':
        return lines, 0
    return _sources.block(lines, first), first + 1


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


def getcallargs(func, /, *positional, **named):
    """Which value each parameter gets by such a call; a wrong call raises what it would raise."""
    from _types import run_text
    spec = getfullargspec(func)
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__, *positional)
    defaults = dict(zip(spec.args[len(spec.args) - len(spec.defaults or ()):], spec.defaults or ()))
    defaults.update(spec.kwonlydefaults or {})

    def written(name):
        return f'{name}=_defaults[{name!r}]' if name in defaults else name
    parameters = [written(name) for name in spec.args]
    if spec.varargs or spec.kwonlyargs:
        parameters.append('*' + (spec.varargs or ''))
    parameters += [written(name) for name in spec.kwonlyargs]
    if spec.varkw:
        parameters.append('**' + spec.varkw)
    names = {'_defaults': defaults}
    run_text(f'def call({", ".join(parameters)}):\n return locals()\n', names)
    call = names['call']
    call.__name__ = call.__qualname__ = func.__name__
    values = call(*positional, **named)
    first = [*spec.args[:len(positional)], spec.varargs, spec.varkw, *named]
    return {name: values[name] for name in (*first, *values) if name in values}


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isclass(obj):
        return dict(obj.__dict__.get('__annotations__', {}))
    return dict(getattr(obj, '__annotations__', None) or {})


from _signatures import (
    BoundArguments, FullArgSpec, Parameter, Signature, formatannotation, getfullargspec, signature)
