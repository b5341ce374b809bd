"""threading.local (Modules/_threadmodule.c, local objects)."""

import threading


class _local:
    """Attributes of which each thread has its own."""

    __module__ = "_thread"

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        instance = object.__new__(cls)
        own = object.__getattribute__(instance, "__dict__")
        own["_arguments"] = args, kwargs
        own["_values"] = {threading.get_ident(): {}}
        return instance

    def __getattribute__(self, name):
        values = _values(self)
        if name == "__dict__":
            return values
        if name in values:
            return values[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        values = _values(self)
        if name == "__dict__":
            raise AttributeError(f"'{type(self).__name__}' object attribute '__dict__' is read-only")
        if hasattr(getattr(type(self), name, None), "__set__"):
            object.__setattr__(self, name, value)
        else:
            values[name] = value

    def __delattr__(self, name):
        values = _values(self)
        if hasattr(getattr(type(self), name, None), "__delete__"):
            object.__delattr__(self, name)
        elif name in values:
            del values[name]
        else:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")


local = _local


def _values(instance):
    """Those of this thread; it begins as every thread does, with __init__ and the same arguments."""
    own = object.__getattribute__(instance, "__dict__")
    me = threading.get_ident()
    values = own["_values"].get(me)
    if values is None:
        values = own["_values"][me] = {}
        if type(instance).__init__ is not object.__init__:
            args, kwargs = own["_arguments"]
            try:
                type(instance).__init__(instance, *args, **kwargs)
            except BaseException:
                del own["_values"][me]
                raise
    return values
