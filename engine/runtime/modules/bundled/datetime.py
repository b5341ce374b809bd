import time as _time
from _types import name_in_full, type_name
from _datetime_parts import (
    DAY, DAY_NAMES, HOUR, Immutable, MAX_ORDINAL, MAXYEAR, MINUTE, MINYEAR, MONTH_NAMES, SECOND, check_date,
    check_time, day_of_year, first_iso_monday, format_moment, from_iso_week, from_ordinal, offset_text, parse_iso_date,
    parse_iso_time, time_text, timedelta, to_ordinal)

__all__ = ('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC')

_missing = object()


def _require(**arguments):
    for position, name in enumerate(arguments, 1):
        if arguments[name] is _missing:
            raise TypeError(f"function missing required argument '{name}' (pos {position})")


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type_name(zone)}'")


def _check_text(value, where):
    if not isinstance(value, str):
        raise TypeError(f'{where} must be str, not {"None" if value is None else type_name(value)}')


def _zone_of(offset):
    """The timezone that parsed text names by its offset in microseconds."""
    return None if offset is None else timezone(timedelta(microseconds=offset))


class _IsoCalendarDate(tuple):
    __slots__ = ()
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})'


_IsoCalendarDate.__name__ = _IsoCalendarDate.__qualname__ = 'IsoCalendarDate'


@name_in_full
class date(Immutable):
    __slots__ = ('_year', '_month', '_day')

    def __new__(cls, year=_missing, month=_missing, day=_missing):
        _require(year=year, month=month, day=day)
        self = object.__new__(cls)
        self._year, self._month, self._day = check_date(year, month, day)
        return self

    def _made_of(self):
        return (self._year, self._month, self._day), {}

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        return cls(*_time.localtime(timestamp)[:3])

    @classmethod
    def fromordinal(cls, ordinal, /):
        if ordinal < 1:
            raise ValueError('ordinal must be >= 1')
        if ordinal > MAX_ORDINAL:
            raise ValueError('year is out of range')
        return cls(*from_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            if len(date_string) not in (7, 8, 10):
                raise ValueError
            fields = parse_iso_date(date_string)
        except (ValueError, IndexError):
            raise ValueError(f'Invalid isoformat string: {date_string!r}') from None
        return cls(*fields)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*from_iso_week(year, week, day))

    def toordinal(self):
        return to_ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year = self._year
        today = self.toordinal()
        if today < first_iso_monday(year):
            year -= 1
        elif today >= first_iso_monday(year + 1):
            year += 1
        week, day = divmod(today - first_iso_monday(year), 7)
        return _IsoCalendarDate((year, week + 1, day + 1))

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def timetuple(self):
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(),
                                  day_of_year(self._year, self._month, self._day), -1))

    def isoformat(self):
        return f'{self._year:04}-{self._month:02}-{self._day:02}'

    __str__ = isoformat

    def __repr__(self):
        return f'{type_name(self)}({self._year}, {self._month}, {self._day})'

    def ctime(self):
        return f'{DAY_NAMES[self.weekday()]} {MONTH_NAMES[self._month]} {self._day:2} 00:00:00 {self._year:04}'

    def strftime(self, format):
        _check_text(format, 'strftime() argument 1')
        return format_moment(self, format, self.timetuple())

    def __format__(self, spec):
        _check_text(spec, '__format__() argument 1')
        return self.strftime(spec) if spec else str(self)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        ordinal = self.toordinal() + other.days
        if not 0 < ordinal <= MAX_ORDINAL:
            raise OverflowError('date value out of range')
        return type(self).fromordinal(ordinal)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _key(self):
        return self._year, self._month, self._day

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, date) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, date) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, date) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, date) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, date) else NotImplemented

    def __hash__(self):
        return hash(self._key())


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(1)


@name_in_full
class tzinfo:
    __slots__ = ()

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError('fromutc: non-None utcoffset() result required')
        saving = dt.dst()
        if saving is None:
            raise ValueError('fromutc: non-None dst() result required')
        if offset != saving:
            dt += offset - saving
            saving = dt.dst()
            if saving is None:
                raise ValueError('fromutc: tz.dst() gave inconsistent results; cannot convert')
        return dt + saving


@name_in_full
class timezone(tzinfo):
    __slots__ = ('_offset', '_name')

    def __new__(cls, offset=_missing, name=_missing):
        if offset is _missing:
            raise TypeError("timezone() missing required argument 'offset' (pos 1)")
        if not isinstance(offset, timedelta):
            raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {type_name(offset)}')
        if name is _missing:
            name = None
            if not offset:
                return cls.utc
        elif not isinstance(name, str):
            raise TypeError(f'timezone() argument 2 must be str, not {type_name(name)}')
        if not -DAY < offset._total < DAY:
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) '
                             f'and timedelta(hours=24), not {offset!r}.')
        return cls._of(offset, name)

    @classmethod
    def _of(cls, offset, name=None):
        self = object.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def _check(self, dt, method):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f'{method}(dt) argument must be a datetime instance or None, not {type_name(dt)}')

    def utcoffset(self, dt):
        self._check(dt, 'utcoffset')
        return self._offset

    def dst(self, dt):
        self._check(dt, 'dst')
        return None

    def tzname(self, dt):
        self._check(dt, 'tzname')
        if self._name is not None:
            return self._name
        return f'UTC{offset_text(self._offset)}' if self._offset else 'UTC'

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime instance')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        return dt + self._offset

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        name = '' if self._name is None else f', {self._name!r}'
        return f'{type_name(self)}({self._offset!r}{name})'

    def __str__(self):
        return self.tzname(None)

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)


timezone.utc = UTC = timezone._of(timedelta(0))
timezone.min = timezone(timedelta(days=-1, minutes=1))
timezone.max = timezone(timedelta(days=1, minutes=-1))


# What time and datetime have in common.
_CLOCK_SLOTS = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')
_CLOCK_FIELDS = (
    property(lambda self: self._hour),
    property(lambda self: self._minute),
    property(lambda self: self._second),
    property(lambda self: self._microsecond),
    property(lambda self: self._tzinfo),
    property(lambda self: self._fold),
)


def _set_clock(self, hour, minute, second, microsecond, tzinfo, fold):
    self._hour, self._minute, self._second, self._microsecond = check_time(
        hour, minute, second, microsecond, fold)
    _check_zone(tzinfo)
    self._tzinfo = tzinfo
    self._fold = fold


def _clock_repr(self, fields, fold_first=False):
    fields += [self._hour, self._minute]
    if self._second or self._microsecond:
        fields.append(self._second)
    if self._microsecond:
        fields.append(self._microsecond)
    text = ', '.join(map(str, fields))
    fold = ', fold=1' if self._fold else ''
    zone = f', tzinfo={self._tzinfo!r}' if self._tzinfo is not None else ''
    text += fold + zone if fold_first else zone + fold
    return f'{type_name(self)}({text})'


def _clock_made_of(self):
    """What a copy's class is called with."""
    clock = self._hour, self._minute, self._second, self._microsecond
    if self._tzinfo is not None:
        clock += self._tzinfo,
    return clock, {'fold': 1} if self._fold else {}


@name_in_full
class time(Immutable):
    __slots__ = _CLOCK_SLOTS

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        _set_clock(self, hour, minute, second, microsecond, tzinfo, fold)
        return self

    def _made_of(self):
        return _clock_made_of(self)

    hour, minute, second, microsecond, tzinfo, fold = _CLOCK_FIELDS

    @classmethod
    def fromisoformat(cls, time_string, /):
        if not isinstance(time_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            fields, offset = parse_iso_time(time_string)
        except ValueError:
            raise ValueError(f'Invalid isoformat string: {time_string!r}') from None
        return cls(*fields, tzinfo=_zone_of(offset))

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def isoformat(self, timespec='auto'):
        return time_text(self._hour, self._minute, self._second, self._microsecond, timespec) + offset_text(
            self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return _clock_repr(self, [])

    def strftime(self, format):
        _check_text(format, 'strftime() argument 1')
        return format_moment(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, spec):
        _check_text(spec, '__format__() argument 1')
        return self.strftime(spec) if spec else str(self)

    def _total(self):
        """Microseconds since midnight."""
        return self._hour * HOUR + self._minute * MINUTE + self._second * SECOND + self._microsecond

    def _keys(self, other, ordering):
        """What to compare; None where one has an offset and the other has none."""
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            if ordering:
                raise TypeError("can't compare offset-naive and offset-aware times")
            return 0, 1
        if mine == others:
            return self._total(), other._total()
        return self._total() - mine._total, other._total() - others._total

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = self._keys(other, False)
        return mine == others

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = self._keys(other, True)
        return mine < others

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = self._keys(other, True)
        return mine <= others

    def __gt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = self._keys(other, True)
        return mine > others

    def __ge__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = self._keys(other, True)
        return mine >= others

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._total() - (offset._total if offset else 0))


time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)

from _datetime_moment import datetime
