from _types import *
from _types import mark_coroutine as _mark, kind_of as _kind_of
from functools import wraps as _wraps

__all__ = ['FunctionType', 'LambdaType', 'CodeType', 'MappingProxyType', 'SimpleNamespace', 'CellType', 'GeneratorType',
           'CoroutineType', 'AsyncGeneratorType', 'MethodType', 'BuiltinFunctionType', 'BuiltinMethodType',
           'WrapperDescriptorType', 'MethodDescriptorType', 'ModuleType', 'TracebackType', 'FrameType',
           'GetSetDescriptorType', 'MemberDescriptorType', 'new_class', 'resolve_bases', 'prepare_class', 'coroutine', 'GenericAlias',
           'UnionType', 'EllipsisType', 'NoneType', 'NotImplementedType']

del mark_coroutine, kind_of, is_marked_coroutine, name_in_full, run_text, type_name


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


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace['__orig_bases__'] = bases
    return meta(name, resolved, namespace, **kwds)


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace to be filled, and the other keywords."""
    kwds = dict(kwds or {})
    meta = kwds.pop('metaclass', type(bases[0]) if bases else type)
    if isinstance(meta, type):
        for base in bases:
            if issubclass(type(base), meta):
                meta = type(base)
            elif not issubclass(meta, type(base)):
                raise TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass '
                                'of the metaclasses of all its bases')
    prepare = getattr(meta, '__prepare__', None)
    return meta, prepare(name, bases, **kwds) if prepare is not None else {}, kwds


def resolve_bases(bases):
    """The bases with what __mro_entries__ says for those that are no classes; the very same where there are none."""
    resolved = []
    for base in bases:
        entries = getattr(base, '__mro_entries__', None)
        resolved += [base] if isinstance(base, type) or entries is None else entries(bases)
    same = len(resolved) == len(bases) and all([mine is base for mine, base in zip(resolved, bases)])
    return bases if same else tuple(resolved)
