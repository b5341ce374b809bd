# The body of an enumeration: what may stand in it, and the namespace that sorts it.
__name__ = 'enum'


class nonmember:
    """Keeps a value in the body of an enumeration from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a member of what would not become one, such as a function."""

    def __init__(self, value):
        self.value = value


class _Unset:
    def __repr__(self):
        return '_auto_null'


_unset = _Unset()


class auto:
    """Stands for a value that _generate_next_value_ is to choose."""

    def __init__(self, value=_unset):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})'


class property:
    """A property of members. On the class it gives way to a member of its name."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.name = self.clsname = None

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__

    def __get__(self, instance, owner=None):
        if instance is not None and self.fget is not None:
            return self.fget(instance)
        if instance is None:
            try:
                return owner._member_map_[self.name]
            except KeyError:
                pass
        raise AttributeError(f'{owner!r} has no attribute {self.name!r}')

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot set attribute {self.name!r}')
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot delete attribute {self.name!r}')
        self.fdel(instance)

    def setter(self, function):
        return type(self)(self.fget, function, self.fdel)


# --- the namespace of a body --------------------------------------------------------------

_own_sunders = ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_',
                '_iter_member_by_value_', '_iter_member_by_def_')


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_descriptor(value):
    kind = type(value)
    return hasattr(kind, '__get__') or hasattr(kind, '__set__') or hasattr(kind, '__delete__')


class Namespace(dict):
    def __init__(self, class_name):
        super().__init__()
        self.class_name = class_name
        self.members = {}  # values by name, in the order of definition
        self.values_so_far = []
        self.ignored = []
        self.generate = None

    def __setitem__(self, name, value):
        if name.startswith(f'_{self.class_name}__') and not name.endswith('__') or _is_dunder(name):
            pass
        elif _is_sunder(name):
            self._set_sunder(name, value)
        elif name in self.members:
            raise TypeError(f'{name!r} already defined as {self[name]!r}')
        elif name in self.ignored:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value):
            if name in self:
                raise TypeError(f'{name!r} already defined as {self[name]!r}')
            value = self._resolve(name, value.value if isinstance(value, member) else value)
            self.members[name] = value
            self.values_so_far.append(value)
        super().__setitem__(name, value)

    def _set_sunder(self, name, value):
        if name not in _own_sunders:
            raise ValueError(f'_sunder_ names, such as {name!r}, are reserved for future Enum use')
        if name == '_generate_next_value_':
            self.generate = value.__func__ if isinstance(value, staticmethod) else value
        elif name == '_ignore_':
            names = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
            already = set(names) & set(self.members)
            if already:
                raise ValueError(f'_ignore_ cannot specify already set names: {already!r}')
            self.ignored = names

    def _resolve(self, name, value):
        """The value with every auto() in it replaced."""
        if isinstance(value, auto):
            if value.value is _unset:
                value.value = self.generate(name, 1, len(self.members), self.values_so_far[:])
            return value.value
        if type(value) is tuple and any(isinstance(part, auto) for part in value):
            return tuple(self._resolve(name, part) for part in value)
        return value
