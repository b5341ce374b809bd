# What typing's protocols ask of classes and objects (typing.py: _ProtocolMeta, _proto_hook,
# _get_protocol_attrs).

_not_of_protocols = frozenset({
    '__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__', '__new__', '__qualname__',
    '__slots__', '__subclasshook__', '__weakref__', '__class_getitem__', '__hash__', '__parameters__', '__orig_bases__',
    '_is_protocol', '_is_runtime_protocol', '_registered'})


def members(protocol):
    # What an instance needs: the names in the protocol's body and in those of its bases.
    names = {}
    for base in protocol.__mro__[:-1]:
        if base.__module__ != 'typing' or base.__name__ not in ('Generic', 'Protocol'):
            names.update(dict.fromkeys([*vars(base), *getattr(base, '__annotations__', ())]))
    return [name for name in names if name not in _not_of_protocols]


def has_methods_alone(protocol):
    return all([callable(getattr(protocol, name, None)) for name in members(protocol)])


def demand_runtime(protocol):
    if not protocol._is_runtime_protocol:
        raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')


def asks_other(cls, other):
    # The __subclasshook__ of each protocol.
    if not cls.__dict__.get('_is_protocol', False):
        return NotImplemented
    demand_runtime(cls)
    if not has_methods_alone(cls):
        raise TypeError("Protocols with non-method members don't support issubclass()")
    for name in members(cls):
        if not _provides(other, name):
            return NotImplemented
    return True


def _provides(cls, name):
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name] is not None
        if name in getattr(base, '__annotations__', ()) and getattr(cls, '_is_protocol', False):
            return True
    return False


def protocol_init(self, *args, **keywords):
    # Stands in a protocol's body: to make an instance is left to classes that derive from it.
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    for base in cls.__mro__:
        init = base.__dict__.get('__init__', protocol_init)
        if init is not protocol_init:
            return init(self, *args, **keywords)
