# strptime, for time and datetime: each directive gives the places where its text may end, the
# likeliest first, and the whole is matched by trying them in turn.
import datetime as _datetime
from time import struct_time

_days = ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')
_months = ('january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september',
           'october', 'november', 'december')
_composites = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S', 'T': '%H:%M:%S',
               'D': '%m/%d/%y', 'R': '%H:%M'}
# Least and greatest number, and the greatest count of digits.
_numbers = {'d': (1, 31, 2), 'H': (0, 23, 2), 'I': (1, 12, 2), 'j': (1, 366, 3), 'm': (1, 12, 2),
            'M': (0, 59, 2), 'S': (0, 61, 2), 'U': (0, 53, 2), 'W': (0, 53, 2), 'V': (1, 53, 2),
            'w': (0, 6, 1), 'u': (1, 7, 1)}
_fixed = {'Y': 4, 'G': 4, 'y': 2}


class Found:
    """What was read: a struct_time and what it has no place for."""

    def __init__(self, moment, microsecond, offset, zone):
        self.moment = moment
        self.microsecond = microsecond
        self.offset = offset
        self.zone = zone


def _is_digits(text):
    return text.isascii() and text.isdigit()


def _directives(template):
    """The template as pieces: ('text', letters), ('space', '') and directives."""
    pieces = []
    position = 0
    while position < len(template):
        letter = template[position]
        position += 1
        if letter.isspace():
            if not pieces or pieces[-1][0] != 'space':
                pieces.append(('space', ''))
        elif letter != '%':
            pieces.append(('text', letter.lower()))
        elif position == len(template):
            raise ValueError(f'stray % in format {template!r}')
        else:
            directive = template[position]
            position += 1
            if directive in 'cxX':
                pieces += _directives(_composites[directive])
            elif directive == '%':
                pieces.append(('text', '%'))
            elif directive in _numbers or directive in _fixed or directive in 'aAbBfpzZ':
                pieces.append((directive, ''))
            else:
                raise ValueError(f'{directive!r} is a bad directive in format {template!r}')
    return pieces


def _names(text, position, names):
    for number, name in enumerate(names):
        if text.startswith(name, position):
            yield position + len(name), number


def _zone_ends(text, position):
    if text[position:position + 1] in ('Z', 'z'):
        yield position + 1, 0
        return
    sign = text[position:position + 1]
    if sign not in ('+', '-') or not _is_digits(text[position + 1:position + 3]):
        return
    hours = text[position + 1:position + 3]
    if len(hours) < 2:
        return
    at = position + 3
    ends = []
    fields = [int(hours)]
    for last in ('5', '5'):
        begin = at + (text[at:at + 1] == ':')
        pair = text[begin:begin + 2]
        if len(pair) < 2 or not _is_digits(pair) or pair[0] > last:
            break
        fields.append(int(pair))
        at = begin + 2
        ends.append((at, fields[:], 0))
    if len(fields) == 3 and text[at:at + 1] == '.':
        end = at + 1
        while end < len(text) and end - at <= 6 and _is_digits(text[end]):
            end += 1
        if end > at + 1:
            ends.append((end, fields[:], int((text[at + 1:end] + '00000')[:6])))
    for end, parts, microsecond in reversed(ends):
        seconds = parts[0] * 3600 + parts[1] * 60 + (parts[2] if len(parts) > 2 else 0)
        total = seconds * 1_000_000 + microsecond
        yield end, -total if sign == '-' else total


def _ends(directive, text, position):
    """(end, value) of what a directive may take from here; the text is in small letters."""
    if directive in _fixed:
        count = _fixed[directive]
        digits = text[position:position + count]
        if len(digits) == count and _is_digits(digits):
            yield position + count, int(digits)
    elif directive in _numbers:
        least, most, width = _numbers[directive]
        begin = position
        if directive == 'd' and text[position:position + 1] == ' ':
            begin, width = position + 1, 1
        for count in range(width, 0, -1):
            digits = text[begin:begin + count]
            if len(digits) == count and _is_digits(digits) and least <= int(digits) <= most:
                yield begin + count, int(digits)
    elif directive == 'f':
        end = position
        while end < len(text) and end - position < 6 and _is_digits(text[end]):
            end += 1
        while end > position:
            yield end, int((text[position:end] + '00000')[:6])
            end -= 1
    elif directive == 'a':
        yield from _names(text, position, [name[:3] for name in _days])
    elif directive == 'A':
        yield from _names(text, position, _days)
    elif directive == 'b':
        yield from _names(text, position, [name[:3] for name in _months])
    elif directive == 'B':
        yield from _names(text, position, _months)
    elif directive == 'p':
        yield from _names(text, position, ('am', 'pm'))
    elif directive == 'Z':
        yield from _names(text, position, ('utc', 'gmt'))
    elif directive == 'z':
        yield from _zone_ends(text, position)


def _match(pieces, index, text, position, values):
    """Where the pieces from `index` on end; None if they do not fit. Fills `values`."""
    while index < len(pieces):
        kind, letters = pieces[index]
        index += 1
        if kind == 'text':
            if not text.startswith(letters, position):
                return None
            position += 1
        elif kind == 'space':
            if not text[position:position + 1].isspace():
                return None
            while text[position:position + 1].isspace():
                position += 1
        else:
            for end, value in _ends(kind, text, position):
                result = _match(pieces, index, text, end, values)
                if result is not None:
                    values[kind] = value
                    return result
            return None
    return position


def _resolve(values):
    """Year, month, day and weekday from whatever was given."""
    year = values.get('Y')
    if year is None and 'y' in values:
        year = values['y'] + (2000 if values['y'] <= 68 else 1900)
    month = values.get('m', 1)
    for names in 'bB':
        if names in values:
            month = values[names] + 1
    day = values.get('d', 1)
    weekday = None
    for names in 'aA':
        if names in values:
            weekday = values[names]
    if 'w' in values:
        weekday = (values['w'] + 6) % 7
    if 'u' in values:
        weekday = values['u'] - 1
    iso_year = values.get('G')
    if iso_year is not None:
        if 'V' not in values or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a "
                             "weekday directive ('%A', '%a', '%w', or '%u').")
        if 'j' in values:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
    elif 'V' in values:
        if weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a "
                             "weekday directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO "
                         "year '%G' instead.")
    # 29 February needs a leap year, where none was given.
    shown_year = year
    if year is None:
        year = shown_year = 1900
        if month == 2 and day == 29:
            year = 1904
    day_of_year = values.get('j')
    if iso_year is not None:
        moment = _datetime.date.fromisocalendar(iso_year, values['V'], weekday + 1)
        shown_year = year = moment.year
        day_of_year = moment.toordinal() - _datetime.date(year, 1, 1).toordinal() + 1
    elif day_of_year is None and weekday is not None and ('U' in values or 'W' in values):
        sunday_first = 'U' in values
        week = values['U' if sunday_first else 'W']
        first = _datetime.date(year, 1, 1).weekday()
        if sunday_first:
            first, shifted = (first + 1) % 7, (weekday + 1) % 7
        else:
            shifted = weekday
        to_first_week = (7 - first) % 7
        day_of_year = 1 + (shifted - first if week == 0 else to_first_week + 7 * (week - 1) + shifted)
    if day_of_year is None:
        moment = _datetime.date(year, month, day)
    else:
        moment = _datetime.date.fromordinal(_datetime.date(year, 1, 1).toordinal() + day_of_year - 1)
        shown_year = moment.year
        year, month, day = moment.year, moment.month, moment.day
    if day_of_year is None:
        day_of_year = moment.toordinal() - _datetime.date(year, 1, 1).toordinal() + 1
    return shown_year, month, day, moment.weekday() if weekday is None else weekday, day_of_year


def parse(text, template):
    values = {}
    end = _match(_directives(template), 0, text.lower(), 0, values)
    if end is None:
        raise ValueError(f'time data {text!r} does not match format {template!r}')
    if end != len(text):
        raise ValueError(f'unconverted data remains: {text[end:]}')
    hour = values.get('H', 0)
    if 'I' in values:
        hour = values['I'] % 12 + (12 if values.get('p') == 1 else 0)
    year, month, day, weekday, day_of_year = _resolve(values)
    zone = ('UTC', 'GMT')[values['Z']] if 'Z' in values else None
    moment = struct_time((year, month, day, hour, values.get('M', 0), values.get('S', 0), weekday,
                          day_of_year, 0 if zone else -1))
    return Found(moment, values.get('f', 0), values.get('z'), zone)


def parse_time(text, template='%a %b %d %H:%M:%S %Y'):
    """time.strptime"""
    for position, argument in enumerate((text, template)):
        if not isinstance(argument, str):
            raise TypeError(f"strptime() argument {position} must be str, not {type(argument)}")
    return parse(text, template).moment
