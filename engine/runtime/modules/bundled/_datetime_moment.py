# The class datetime.datetime.
__name__ = 'datetime'

import math as _math
import time as _time
from _types import name_in_full, type_name
from datetime import (
    _CLOCK_FIELDS, _CLOCK_SLOTS, _check_text, _check_zone, _clock_made_of, _clock_repr, _missing, _require,
    _set_clock, _zone_of, date, time, timedelta, timezone)
from _datetime_parts import (
    DAY, DAY_NAMES, HOUR, MAX_ORDINAL, MINUTE, MONTH_NAMES, SECOND, check_date, day_of_year,
    from_ordinal, iso_date_length, offset_text, parse_iso_date, parse_iso_time,
    refuse_order, time_text, to_ordinal, whole)

_epoch = to_ordinal(1970, 1, 1) * DAY


@name_in_full
class datetime(date):
    __slots__ = _CLOCK_SLOTS

    def __new__(cls, year=_missing, month=_missing, day=_missing, hour=0, minute=0, second=0, microsecond=0,
                tzinfo=None, *, fold=0):
        _require(year=year, month=month, day=day)
        self = object.__new__(cls)
        self._year, self._month, self._day = check_date(year, month, day)
        _set_clock(self, hour, minute, second, microsecond, tzinfo, fold)
        return self

    def _made_of(self):
        clock, keywords = _clock_made_of(self)
        return (self._year, self._month, self._day, *clock), keywords

    hour, minute, second, microsecond, tzinfo, fold = _CLOCK_FIELDS

    # --- making one ---

    @classmethod
    def _of(cls, total, zone=None):
        """From microseconds since the day before 1 January of year 1."""
        ordinal, rest = divmod(total, DAY)
        if not 0 < ordinal <= MAX_ORDINAL:
            raise OverflowError('date value out of range')
        hour, rest = divmod(rest, HOUR)
        minute, rest = divmod(rest, MINUTE)
        return cls(*from_ordinal(ordinal), hour, minute, *divmod(rest, SECOND), zone)

    @classmethod
    def _from_timestamp(cls, timestamp, zone):
        if not isinstance(timestamp, (int, float)):
            timestamp = whole(timestamp)
        if isinstance(timestamp, float) and _math.isnan(timestamp):
            raise ValueError('Invalid value NaN (not a number)')
        if not abs(timestamp) < 2 ** 63:
            raise OverflowError('timestamp out of range for platform time_t')
        fraction, seconds = _math.modf(timestamp)
        total = _epoch + int(seconds) * SECOND + round(fraction * 1e6)
        if not DAY <= total < (MAX_ORDINAL + 1) * DAY:
            raise ValueError(f'year {1970 + int(seconds) // 31556952} is out of range')
        return cls._of(total, zone)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        made = cls._from_timestamp(timestamp, tz)
        return made if tz is None else tz.fromutc(made)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        return cls._from_timestamp(timestamp, None)

    @classmethod
    def now(cls, tz=None):
        _check_zone(tz)
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date):
            raise TypeError(f'combine() argument 1 must be datetime.date, not {type_name(date)}')
        if not isinstance(time, _time_class):
            raise TypeError(f'combine() argument 2 must be datetime.time, not {type_name(time)}')
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def strptime(cls, date_string, format, /):
        _check_text(date_string, 'strptime() argument 1')
        _check_text(format, 'strptime() argument 2')
        from _strptime import parse
        found = parse(date_string, format)
        zone = None
        if found.offset is not None:
            offset = timedelta(microseconds=found.offset)
            zone = timezone(offset, found.zone) if found.zone else timezone(offset)
        return cls(*found.moment[:6], found.microsecond, zone)

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            if len(date_string) < 7:
                raise ValueError
            end = iso_date_length(date_string)
            day = parse_iso_date(date_string[:end])
            clock, offset = [], None
            if len(date_string) > end:
                clock, offset = parse_iso_time(date_string[end + 1:])
        except (ValueError, IndexError):
            raise ValueError(f'Invalid isoformat string: {date_string!r}') from None
        return cls(*day, *clock, tzinfo=_zone_of(offset))

    # --- its parts ---

    def date(self):
        return _date(self._year, self._month, self._day)

    def time(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, self._tzinfo,
                           fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        return type(self)(
            self._year if year is None else year, self._month if month is None else month,
            self._day if day is None else day, self._hour if hour is None else hour,
            self._minute if minute is None else minute, self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def _total(self):
        """Microseconds since the day before 1 January of year 1, by its own clock."""
        return (to_ordinal(self._year, self._month, self._day) * DAY + self._hour * HOUR
                + self._minute * MINUTE + self._second * SECOND + self._microsecond)

    def timestamp(self):
        offset = self.utcoffset()
        return (self._total() - (offset._total if offset else 0) - _epoch) / SECOND

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone(timedelta(0), 'UTC')
        _check_zone(tz)
        offset = self.utcoffset()
        if self._tzinfo is tz and offset is not None:
            return self
        moment = type(self)._of(self._total() - (offset._total if offset else 0), tz)
        return tz.fromutc(moment)

    def timetuple(self):
        saving = self.dst()
        return _time.struct_time((
            self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(),
            day_of_year(self._year, self._month, self._day), -1 if saving is None else int(bool(saving))))

    def utctimetuple(self):
        moment = self
        offset = self.utcoffset()
        if offset:
            moment = datetime._of(self._total() - offset._total)
        return _time.struct_time((
            moment._year, moment._month, moment._day, moment._hour, moment._minute, moment._second,
            moment.weekday(), day_of_year(moment._year, moment._month, moment._day), 0))

    # --- text ---

    def isoformat(self, sep='T', timespec='auto'):
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError(f'isoformat() argument 1 must be a unicode character, not {type_name(sep)}')
        clock = time_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return f'{self._year:04}-{self._month:02}-{self._day:02}{sep}{clock}{offset_text(self.utcoffset())}'

    def __str__(self):
        return self.isoformat(' ')

    def __repr__(self):
        return _clock_repr(self, [self._year, self._month, self._day], fold_first=True)

    def ctime(self):
        return (f'{DAY_NAMES[self.weekday()]} {MONTH_NAMES[self._month]} {self._day:2} '
                f'{self._hour:02}:{self._minute:02}:{self._second:02} {self._year:04}')

    # --- arithmetic and order ---

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._of(self._total() + other._total, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of(self._total() - other._total, self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        difference = self._total() - other._total()
        if mine != others:
            difference += others._total - mine._total
        return timedelta._of(difference)

    def _compared(self, other):
        """Below, at or above 0 as this is before, at or after the other."""
        if not isinstance(other, datetime):
            refuse_order(self, other)
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        difference = self._total() - other._total()
        return difference if mine == others else difference + others._total - mine._total

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return False if isinstance(other, _date) else NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._compared(other) == 0

    def __lt__(self, other):
        return self._compared(other) < 0 if isinstance(other, _date) else NotImplemented

    def __le__(self, other):
        return self._compared(other) <= 0 if isinstance(other, _date) else NotImplemented

    def __gt__(self, other):
        return self._compared(other) > 0 if isinstance(other, _date) else NotImplemented

    def __ge__(self, other):
        return self._compared(other) >= 0 if isinstance(other, _date) else NotImplemented

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._total() - (offset._total if offset else 0))


_date = date
_time_class = time
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
