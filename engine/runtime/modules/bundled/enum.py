# Enumerations. Members are made while the class is: the namespace of its body notes their names and
# values, and puts a _Draft in place of each, whose __set_name__ makes the member.
import sys
_builtin_property = property

from types import MappingProxyType
from _enum_namespace import Namespace as _Namespace, auto, member, nonmember, property

__all__ = ['EnumType', 'EnumMeta', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique',
           'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP',
           'EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE']

Enum = Flag = EJECT = KEEP = ReprEnum = None  # until they are made


class _Draft:
    """A member to be. It knows its value; __set_name__ makes it in the class it stands in."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, enum, name):
        delattr(enum, name)
        value = self.value
        args = value if isinstance(value, tuple) else (value,)
        if enum._member_type_ is tuple:
            args = (args,)
        if not enum._use_args_:
            made = enum._new_member_(enum)
        else:
            made = enum._new_member_(enum, *args)
        if not hasattr(made, '_value_'):
            made._value_ = value if enum._member_type_ is object else enum._member_type_(*args)
        value = made._value_
        made._name_ = name
        made.__objclass__ = enum
        made.__init__(*args)
        made._sort_order_ = len(enum._member_names_)
        known = _member_of_value(enum, value)
        if known is not None:
            made = known
        elif Flag is None or not issubclass(enum, Flag):
            enum._member_names_.append(name)
        else:
            if value > 0 and value & (value - 1) == 0:
                enum._member_names_.append(name)
            enum._flag_mask_ |= value
            enum._all_bits_ = 2 ** enum._flag_mask_.bit_length() - 1
        enum._member_map_[name] = made
        inherited = None
        for base in enum.__mro__[1:]:
            inherited = base.__dict__.get(name)
            if isinstance(inherited, property):
                break
        if not isinstance(inherited, property):
            type.__setattr__(enum, name, made)
        try:
            enum._value2member_map_.setdefault(value, made)
        except TypeError:
            enum._unhashable_values_.append(value)


def _member_of_value(enum, value):
    try:
        return enum._value2member_map_.get(value)
    except TypeError:
        for each in enum._member_map_.values():
            if each._value_ == value:
                return each
        return None


# --- the metaclass ------------------------------------------------------------------------

class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        if Enum is None:
            return {}
        metacls._check_bases(cls, bases)
        namespace = _Namespace(cls)
        _, first_enum = metacls._mixins(cls, bases)
        if first_enum is not None:
            namespace.generate = first_enum._generate_next_value_
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if Enum is None:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        member_type, first_enum = metacls._mixins(cls, bases)
        for name in classdict.ignored:
            classdict.pop(name, None)
        invalid = {'mro', ''} & set(classdict.members)
        if invalid:
            raise ValueError(f'invalid enum member name(s) {", ".join(repr(name) for name in invalid)}')
        new_member, own_new, use_args = metacls._find_new(classdict, member_type, first_enum)
        body = dict(classdict)
        for name, value in classdict.members.items():
            body[name] = _Draft(value)
        body['_generate_next_value_'] = staticmethod(classdict.generate)
        body['_new_member_'] = staticmethod(new_member)
        body['_use_args_'] = use_args
        body['_member_names_'] = []
        body['_member_map_'] = {}
        body['_value2member_map_'] = {}
        body['_unhashable_values_'] = []
        body['_member_type_'] = member_type
        body['_boundary_'] = boundary or getattr(first_enum, '_boundary_', None)
        body['_flag_mask_'] = body['_all_bits_'] = 0
        if member_type is not object and ReprEnum is not None and ReprEnum in bases:
            body.setdefault('__format__', member_type.__format__)
            body.setdefault('__str__', member_type.__repr__ if member_type.__str__ is object.__str__
                            else member_type.__str__)
        elif ReprEnum is not None and ReprEnum in bases:
            raise TypeError('ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)')
        if own_new:
            body['__new_member__'] = body.pop('__new__')
        body['__new__'] = Enum.__new__
        order = body.pop('_order_', None)
        failure = None
        try:
            made = super().__new__(metacls, cls, bases, body, **kwds)
        except RuntimeError as error:
            failure = error.__cause__ or error  # that of a _Draft
        if failure is not None:
            raise failure
        metacls._prefer_own(made, body, member_type, first_enum)
        if order is not None:
            order = order.replace(',', ' ').split() if isinstance(order, str) else list(order)
            if [name for name in order if name in made._member_names_] != made._member_names_:
                raise TypeError(f'member order does not match _order_:\n  {made._member_names_!r}\n  {order!r}')
        return made

    def __init__(cls, *args, **kwds):
        pass

    @staticmethod
    def _prefer_own(enum, body, member_type, first_enum):
        """What a data type says of itself gives way to what enumerations say."""
        for name in ('__repr__', '__str__', '__format__'):
            if name not in body and getattr(enum, name) in (getattr(member_type, name), getattr(object, name)):
                setattr(enum, name, getattr(first_enum, name))
        if Flag is not None and issubclass(enum, Flag):
            for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'):
                if name not in body:
                    setattr(enum, name, getattr(Flag, name))

    @staticmethod
    def _check_bases(class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f'<enum {class_name!r}> cannot extend {base!r}')

    @classmethod
    def _mixins(metacls, class_name, bases):
        """The data type that is mixed in, and the enumeration to derive from."""
        if not bases or Enum is None:
            return object, None
        data_types = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if issubclass(base, Enum):
                    if base._member_type_ is not object:
                        data_types.append(base._member_type_)
                        break
                elif '__new__' in base.__dict__:
                    data_types.append(candidate or base)
                    break
                else:
                    candidate = candidate or base
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError('new enumerations should be created as '
                            '`EnumName([mixin_type, ...] [data_type,] enum_type)`')
        data_types = list(dict.fromkeys(data_types))
        if len(data_types) > 1:
            raise TypeError(f'too many data types for {class_name!r}: {set(data_types)!r}')
        return data_types[0] if data_types else object, first_enum

    @staticmethod
    def _find_new(classdict, member_type, first_enum):
        """What makes a member; whether the body defines it; whether it is given the value."""
        own = classdict.get('__new__')
        if own is not None:
            return getattr(own, '__func__', own), True, True
        for name in ('__new_member__', '__new__'):
            for source in (member_type, first_enum):
                found = getattr(source, name, None)
                if found not in (None, object.__new__, Enum.__new__):
                    return found, False, True
        return object.__new__, False, False

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create(value, names, module, qualname, type, start, boundary)

    def _create(cls, class_name, names, module, qualname, data_type, start, boundary):
        """Enum('Name', 'A B C')"""
        metacls = cls.__class__
        bases = (cls,) if data_type is None else (data_type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            given, names, values = names, [], []
            for count, name in enumerate(given):
                values.append(cls._generate_next_value_(name, start, count, values[:]))
                names.append((name, values[-1]))
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            namespace[name] = value
        if module is None:
            module = sys._getframe(2).f_globals.get('__name__')
        namespace['__module__'] = module
        if qualname is not None:
            namespace['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            import warnings
            warnings.warn('in 3.12 __contains__ will no longer raise TypeError, but will return True or\n'
                          'False depending on whether the value is a member or the value of a member',
                          DeprecationWarning, stacklevel=2)
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(value).__qualname__}' and "
                            f"'{type(cls).__qualname__}'")
        return isinstance(value, cls) and value._name_ in cls._member_map_

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)

    def __dir__(cls):
        names = {'__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__', '__iter__', '__len__',
                 '__members__', '__module__', '__name__', '__qualname__', *cls._member_names_}
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

    def __repr__(cls):
        kind = 'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'
        return f'<{kind} {cls.__name__!r}>'


EnumMeta = EnumType


# --- the classes --------------------------------------------------------------------------

class Enum(metaclass=EnumType):
    _member_names_ = []
    _member_map_ = {}
    _value2member_map_ = {}
    _unhashable_values_ = []
    _member_type_ = object
    _use_args_ = False
    _boundary_ = None

    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = _member_of_value(cls, value)
        if found is not None:
            return found
        failure = None
        try:
            result = cls._missing_(value)
        except Exception as error:
            failure = error
            result = None
        try:
            if isinstance(result, cls) or Flag is not None and issubclass(cls, Flag) \
                    and cls._boundary_ is EJECT and isinstance(result, int):
                return result
            invalid = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
            if result is None and failure is None:
                raise invalid
            if failure is None:
                failure = TypeError(f'error in {cls.__name__}._missing_: returned {result!r} '
                                    'instead of None or a valid member')
            if not isinstance(failure, ValueError):
                failure.__context__ = invalid
            raise failure
        finally:
            failure = invalid = None

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        last = last_values[-1]
        try:
            last_values.sort()
            if last_values[-1] == last:
                return last + 1
        except TypeError:
            pass
        import warnings
        warnings.warn('In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable '
                      'and support adding +1\n'
                      'and the value returned will be the largest value in the enum incremented by 1',
                      DeprecationWarning, stacklevel=4)
        for value in last_values:
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return f'<{type(self).__name__}.{self._name_}: {_value_repr(self)}>'

    def __str__(self):
        return f'{type(self).__name__}.{self._name_}'

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        names = {'__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value'}
        for kind in type(self).__mro__:
            if kind is not object and kind not in (Enum, Flag):
                names.update(name for name in kind.__dict__
                             if name[0] != '_' and name not in type(self)._member_map_)
        return sorted(names)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


def _value_repr(self):
    """As its data type shows it; plain values show themselves."""
    data_type = self._member_type_
    return repr(self._value_) if data_type is object else data_type.__repr__(self._value_)


class ReprEnum(Enum):
    """Keeps the repr of an enumeration and takes all other text from the data type."""


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        if len(values) > 1 and not isinstance(values[1], str):
            raise TypeError(f'encoding must be a string, not {values[1]!r}')
        made = str.__new__(cls, *values)
        made._value_ = str(*values)
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What becomes of bits that no member has."""
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits_text(number, width):
    ceiling = 2 ** number.bit_length()
    text = bin(number + ceiling).replace('1', '0', 1) if number >= 0 else bin(~number ^ (ceiling - 1) + ceiling)
    return f'{text[:3]} {text[3:].rjust(width, text[2])}'


class Flag(Enum, boundary=CONFORM):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError(f'invalid flag value {last!r}') from None

    @staticmethod
    def _numeric_repr_(value):
        return repr(value)

    @classmethod
    def _iter_member_(cls, value):
        for name in cls._member_names_:
            each = cls._member_map_[name]
            if each._value_ & value:
                yield each

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask, all_bits = cls._flag_mask_, cls._all_bits_
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n    given {_bits_text(value, width)}\n'
                                 f'  allowed {_bits_text(mask, width)}')
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value += max(all_bits + 1, 2 ** value.bit_length())
        given = value
        if value < 0:
            value += all_bits + 1
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        made._value_ = value
        made._name_ = '|'.join([each._name_ for each in cls._iter_member_(value)]) or None
        unknown = value & ~mask
        if made._name_ and unknown:
            made._name_ += f'|{cls._numeric_repr_(unknown)}'
        made = cls._value2member_map_.setdefault(value, made)
        if given < 0:
            cls._value2member_map_[given] = made
        return made

    def _bits_of(self, other):
        """The number behind an operand; None if it cannot be one."""
        if isinstance(other, type(self)):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                            f'{type(self).__qualname__!r}')
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        name = '' if self._name_ is None else '.' + self._name_
        return f'<{type(self).__name__}{name}: {_value_repr(self)}>'

    def __str__(self):
        if self._name_ is None:
            return f'{type(self).__name__}({_value_repr(self)})'
        return f'{type(self).__name__}.{self._name_}'

    def __or__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else type(self)(self._value_ | bits)

    def __and__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else type(self)(self._value_ & bits)

    def __xor__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else type(self)(self._value_ ^ bits)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        if self._boundary_ is KEEP:
            return type(self)(-self._value_ - 1)
        return type(self)(self._flag_mask_ ^ self._value_)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    pass


from _enum_checks import CONTINUOUS, NAMED_FLAGS, UNIQUE, EnumCheck, show_flag_values, unique, verify
