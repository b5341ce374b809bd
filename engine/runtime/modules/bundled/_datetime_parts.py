# What the classes of datetime share: the proleptic Gregorian calendar, checks of fields,
# and timedelta.
__name__ = 'datetime'

import math as _math
from _types import name_in_full, type_name

MINYEAR = 1
MAXYEAR = 9999
MAX_ORDINAL = 3652059
MONTH_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTH_STARTS = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
DAY_NAMES = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
MONTH_NAMES = ('', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
MICROSECOND = 1
SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR


# --- the calendar -------------------------------------------------------------------------

def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    return 29 if month == 2 and is_leap(year) else MONTH_LENGTHS[month]


def day_of_year(year, month, day):
    return MONTH_STARTS[month] + (month > 2 and is_leap(year)) + day


def to_ordinal(year, month, day):
    """Days since the one before 1 January of year 1."""
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + day_of_year(year, month, day)


def from_ordinal(ordinal):
    """Year, month and day. Years are counted from 1 March, so that a leap day ends one."""
    days = ordinal + 305
    era, days = divmod(days, 146097)
    year = (days - days // 1460 + days // 36524 - days // 146096) // 365
    days -= year * 365 + year // 4 - year // 100
    month = (5 * days + 2) // 153
    day = days - (153 * month + 2) // 5 + 1
    year += era * 400
    return (year, month + 3, day) if month < 10 else (year + 1, month - 9, day)


def first_iso_monday(year):
    """Ordinal of the Monday that begins the ISO week 1 of a year."""
    first = to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def from_iso_week(year, week, day):
    """Year, month and day of an ISO week date."""
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'Year is out of range: {year}')
    if not 0 < week < 53:
        is_long = week == 53 and first_iso_monday(year + 1) - first_iso_monday(year) == 53 * 7
        if not is_long:
            raise ValueError(f'Invalid week: {week}')
    if not 0 < day < 8:
        raise ValueError(f'Invalid weekday: {day} (range is [1, 7])')
    return from_ordinal(first_iso_monday(year) + (week - 1) * 7 + day - 1)


# --- checks -------------------------------------------------------------------------------

def whole(value):
    if type(value) is int:
        return value
    index = getattr(type(value), '__index__', None)
    if index is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return index(value)


def check_date(year, month, day):
    year, month, day = whole(year), whole(month), whole(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = whole(hour), whole(minute), whole(second), whole(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold != 0 and fold != 1:
        raise ValueError('fold must be either 0 or 1')
    return hour, minute, second, microsecond


def refuse_order(self, other):
    raise TypeError(f"can't compare {type_name(self)} to {type_name(other)}")


class Immutable:
    """Of which a deep copy is a copy: nothing in it ever changes."""
    __slots__ = ()

    def __copy__(self):
        """By a call of its class, as CPython's __reduce__ has it."""
        arguments, keywords = self._made_of()
        return type(self)(*arguments, **keywords)

    def __deepcopy__(self, memo):
        return self.__copy__()


# --- timedelta ----------------------------------------------------------------------------

def divide_nearest(a, b):
    """a / b, a half to even."""
    quotient, rest = divmod(a, b)
    rest *= 2
    beyond = rest > b if b > 0 else rest < b
    if beyond or rest == b and quotient % 2 == 1:
        quotient += 1
    return quotient


def sum_of_units(parts):
    """Microseconds of (name, value, unit) parts, rounded once, at the end, half to even."""
    total = 0
    rest = 0.0
    for name, value, unit in parts:
        if isinstance(value, int):
            total += value * unit
        elif isinstance(value, float):
            fraction, integer = _math.modf(value)
            total += int(integer) * unit
            if fraction:
                fraction, integer = _math.modf(fraction * unit)
                total += int(integer)
                rest += fraction
        else:
            raise TypeError(f'unsupported type for timedelta {name} component: {type_name(value)}')
    if rest:
        odd = total & 1
        nearest = round(rest)
        if abs(nearest - rest) == 0.5:
            nearest = 2 * round((rest + odd) * 0.5) - odd
        total += int(nearest)
    return total


@name_in_full
class timedelta(Immutable):
    """A difference of two moments, kept in microseconds."""
    __slots__ = ('_total',)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        return cls._of(sum_of_units((
            ('microseconds', microseconds, MICROSECOND), ('milliseconds', milliseconds, 1000),
            ('seconds', seconds, SECOND), ('minutes', minutes, MINUTE), ('hours', hours, HOUR),
            ('days', days, DAY), ('weeks', weeks, 7 * DAY))))

    @classmethod
    def _of(cls, total):
        days = total // DAY
        if not -2 ** 31 <= days < 2 ** 31:
            raise OverflowError('Python int too large to convert to C int')
        if not -999999999 <= days <= 999999999:
            raise OverflowError(f'days={days}; must have magnitude <= 999999999')
        self = object.__new__(cls)
        self._total = total
        return self

    def _made_of(self):
        return (self.days, self.seconds, self.microseconds), {}

    days = property(lambda self: self._total // DAY)
    seconds = property(lambda self: self._total % DAY // SECOND)
    microseconds = property(lambda self: self._total % SECOND)

    def total_seconds(self):
        return self._total / SECOND

    def __repr__(self):
        parts = [f'{name}={value}' for name, value in (
            ('days', self.days), ('seconds', self.seconds), ('microseconds', self.microseconds)) if value]
        return f'{type_name(self)}({", ".join(parts) or 0})'

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f'{hours}:{minutes:02}:{seconds:02}'
        days = self.days
        if days:
            text = f'{days} day{"" if abs(days) == 1 else "s"}, {text}'
        return f'{text}.{self.microseconds:06}' if self.microseconds else text

    def __add__(self, other):
        return timedelta._of(self._total + other._total) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._total - other._total) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return timedelta._of(other._total - self._total) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total)

    def __pos__(self):
        return timedelta._of(self._total)

    def __abs__(self):
        return timedelta._of(abs(self._total))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total * other)
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._of(divide_nearest(self._total * numerator, denominator))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total // other._total
        if isinstance(other, int):
            return timedelta._of(self._total // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total / other._total
        if isinstance(other, int):
            return timedelta._of(divide_nearest(self._total, other))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._of(divide_nearest(self._total * denominator, numerator))
        return NotImplemented

    def __mod__(self, other):
        return timedelta._of(self._total % other._total) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient, rest = divmod(self._total, other._total)
        return quotient, timedelta._of(rest)

    def __eq__(self, other):
        return self._total == other._total if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total < other._total if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total <= other._total if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total > other._total if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total >= other._total if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __bool__(self):
        return self._total != 0


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta._of(999999999 * DAY + DAY - 1)
timedelta.resolution = timedelta(microseconds=1)


# --- text ---------------------------------------------------------------------------------

def offset_text(offset, separator=':'):
    """`+02:00`, with seconds and microseconds where there are any; '' for None."""
    if offset is None:
        return ''
    total = abs(offset._total)
    seconds, microseconds = divmod(total, SECOND)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f'{"-" if offset._total < 0 else "+"}{hours:02}{separator}{minutes:02}'
    if seconds or microseconds:
        text += f'{separator}{seconds:02}'
        if microseconds:
            text += f'.{microseconds:06}'
    return text


def time_text(hour, minute, second, microsecond, timespec):
    if timespec == 'auto':
        timespec = 'microseconds' if microsecond else 'seconds'
    if timespec == 'hours':
        return f'{hour:02}'
    if timespec == 'minutes':
        return f'{hour:02}:{minute:02}'
    text = f'{hour:02}:{minute:02}:{second:02}'
    if timespec == 'seconds':
        return text
    if timespec == 'milliseconds':
        return f'{text}.{microsecond // 1000:03}'
    if timespec == 'microseconds':
        return f'{text}.{microsecond:06}'
    raise ValueError('Unknown timespec value')


def format_moment(moment, template, timetuple):
    """strftime: what the C library does not know (%f, %z, %Z) is put in first."""
    from time import strftime
    parts = []
    position = 0
    while True:
        at = template.find('%', position)
        if at < 0 or at + 1 == len(template):
            break
        parts.append(template[position:at])
        directive = template[at + 1]
        position = at + 2
        if directive == 'f':
            parts.append(f'{getattr(moment, "microsecond", 0):06}')
        elif directive == 'z':
            offset = getattr(moment, 'utcoffset', None)
            parts.append(offset_text(offset(), '') if offset else '')
        elif directive == 'Z':
            tzname = getattr(moment, 'tzname', None)
            parts.append((tzname() if tzname else None) or '')
            parts[-1] = parts[-1].replace('%', '%%')
        else:
            parts.append('%' + directive)
    parts.append(template[position:])
    return strftime(''.join(parts), timetuple)


# --- ISO 8601 -----------------------------------------------------------------------------

def digits(text):
    if not (text.isascii() and text.isdigit()):
        raise ValueError
    return int(text)


def parse_iso_date(text):
    """Year, month, day of YYYY-MM-DD, YYYYMMDD, YYYY-Www[-D] or YYYYWww[D]."""
    year = digits(text[:4])
    rest = text[4:]
    dashed = rest[:1] == '-'
    if dashed:
        rest = rest[1:]
    if rest[:1] == 'W':
        week = digits(rest[1:3])
        rest = rest[3:]
        day = 1
        if rest:
            if dashed != (rest[0] == '-'):
                raise ValueError
            rest = rest[dashed:]
            if len(rest) != 1:
                raise ValueError
            day = digits(rest)
        return from_iso_week(year, week, day)
    if len(text) != (10 if dashed else 8) or dashed and rest[2] != '-':
        raise ValueError
    return year, digits(rest[:2]), digits(rest[-2:])


def iso_date_length(text):
    """How many characters of a date with a time are the date's."""
    if text[4] == '-':
        if text[5:6] != 'W':
            return 10
        # A dash after the week begins a day, unless two digits follow: then it parts date and time.
        return 10 if text[8:9] == '-' and not text[10:11].isdigit() else 8
    if text[4] != 'W':
        return 8
    end = 7
    while end < len(text) and text[end].isdigit():
        end += 1
    if end < 9:
        return end
    return 7 if end % 2 == 0 else 8


def parse_clock(text):
    """[hour, minute, second, microsecond] of HH[:MM[:SS[.ffffff]]], colons all or none."""
    numbers = [0, 0, 0, 0]
    position = 0
    colons = text[2:3] == ':'
    for i in range(3):
        if len(text) - position < 2:
            raise ValueError('Incomplete time component')
        numbers[i] = digits(text[position:position + 2])
        position += 2
        following = text[position:position + 1]
        if not following or i == 2:
            break
        if following in '.,' and i < 2:
            raise ValueError
        if colons:
            if following != ':':
                raise ValueError('Invalid time separator: ' + following)
            position += 1
    if position < len(text):
        if text[position] not in '.,':
            raise ValueError('Invalid microsecond component')
        fraction = text[position + 1:]
        digits(fraction)
        numbers[3] = int((fraction + '00000')[:6])
    return numbers


def parse_iso_time(text):
    """Hour, minute, second, microsecond and the offset in microseconds (None: there is none)."""
    if not text:
        raise ValueError('Isoformat time too short')
    if text[0] == 'T':
        text = text[1:]
    at = len(text)
    for mark in 'Z+-':
        found = text.find(mark)
        if 0 <= found < at:
            at = found
    numbers = parse_clock(text[:at])
    if at == len(text):
        return numbers, None
    zone = text[at + 1:]
    if text[at] == 'Z':
        if zone:
            raise ValueError('Malformed time zone string')
        return numbers, 0
    if len(zone) in (0, 1, 3):
        raise ValueError('Malformed time zone string')
    hour, minute, second, microsecond = parse_clock(zone)
    total = hour * HOUR + minute * MINUTE + second * SECOND + microsecond
    return numbers, -total if text[at] == '-' else total
