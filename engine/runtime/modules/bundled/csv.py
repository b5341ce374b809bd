# Rows of text (https://docs.python.org/3.11/library/csv.html; Modules/_csv.c, Lib/csv.py).
from _csv_dialects import (QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, Error, register_dialect,
                           unregister_dialect, get_dialect, list_dialects)
from _csv_dialects import Dialect as _Dialect, dialect_of as _dialect_of

__version__ = '1.0'
__all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'Error', 'Dialect', 'excel', 'excel_tab',
           'field_size_limit', 'reader', 'writer', 'register_dialect', 'get_dialect', 'list_dialects',
           'unregister_dialect', '__version__', 'DictReader', 'DictWriter', 'unix_dialect']

_limit = 128 * 1024


def field_size_limit(*limit):
    global _limit
    before = _limit
    if limit:
        if type(limit[0]) is not int:
            raise TypeError('limit must be an integer')
        _limit, = limit
    return before


class Dialect:
    """A base for classes that describe a dialect."""

    _name = ''
    _valid = False
    delimiter = quotechar = escapechar = doublequote = None
    skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        self._validate()

    def _validate(self):
        try:
            _Dialect(self)
        except TypeError as error:
            raise Error(str(error))


class excel(Dialect):
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(Dialect):
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\n'
    quoting = QUOTE_ALL


register_dialect('excel', excel)
register_dialect('excel-tab', excel_tab)
register_dialect('unix', unix_dialect)


# Each of these takes the next character of a row, or '' at the end of a line, and gives the one that takes
# the one after it. (`c in '\r\n'` holds for '' as well.)

def _start_record(row, c):
    if not c:
        return _start_record
    return _eat_line_end if c in '\r\n' else _start_field(row, c)


def _start_field(row, c):
    dialect = row.dialect
    if c in '\r\n':
        row._save()
        return _eat_line_end if c else _start_record
    if c == dialect.quotechar and dialect.quoting != QUOTE_NONE:
        return _in_quotes
    if c == dialect.escapechar:
        return _escaped
    if c == ' ' and dialect.skipinitialspace:
        return _start_field
    if c == dialect.delimiter:
        row._save()
        return _start_field
    row._is_number = dialect.quoting == QUOTE_NONNUMERIC
    row._add(c)
    return _in_field


def _in_field(row, c):
    if c in '\r\n':
        row._save()
        return _eat_line_end if c else _start_record
    if c == row.dialect.escapechar:
        return _escaped
    if c == row.dialect.delimiter:
        row._save()
        return _start_field
    row._add(c)
    return _in_field


def _escaped(row, c):
    row._add(c or '\n')
    return _after_escaped_line_end if c and c in '\r\n' else _in_field


def _after_escaped_line_end(row, c):
    return _in_field(row, c) if c else _after_escaped_line_end


def _in_quotes(row, c):
    dialect = row.dialect
    if c and c == dialect.escapechar:
        return _escaped_in_quotes
    if c and c == dialect.quotechar and dialect.quoting != QUOTE_NONE:
        return _quote_in_quotes if dialect.doublequote else _in_field
    row._add(c)
    return _in_quotes


def _escaped_in_quotes(row, c):
    row._add(c or '\n')
    return _in_quotes


def _quote_in_quotes(row, c):
    dialect = row.dialect
    if c and c == dialect.quotechar:
        row._add(c)
        return _in_quotes
    if c == dialect.delimiter or c in '\r\n':
        return _in_field(row, c)
    if dialect.strict:
        raise Error(f"'{dialect.delimiter}' expected after '{dialect.quotechar}'")
    row._add(c)
    return _in_field


def _eat_line_end(row, c):
    if not c:
        return _start_record
    if c in '\r\n':
        return _eat_line_end
    raise Error('new-line character seen in unquoted field - do you need to open the file in universal-newline mode?')


class _Reader:
    __module__ = '_csv'
    __qualname__ = 'reader'

    def __init__(self, lines, dialect):
        self._lines = iter(lines)
        self.dialect = dialect
        self.line_num = 0
        self._begin()

    def _begin(self):
        self._fields = []
        self._field = []
        self._is_number = False

    def _add(self, c):
        if len(self._field) >= _limit:
            raise Error(f'field larger than field limit ({_limit})')
        if c:
            self._field.append(c)

    def _save(self):
        text = ''.join(self._field)
        self._fields.append(float(text) if self._is_number else text)
        self._field = []
        self._is_number = False

    def _is_plain(self, line):
        """Whether no character means anything but the delimiter."""
        dialect = self.dialect
        return not (dialect.quotechar and dialect.quotechar in line or dialect.escapechar and dialect.escapechar in line
                    or dialect.skipinitialspace or dialect.quoting == QUOTE_NONNUMERIC or '\n' in line
                    or '\r' in line or len(line) > _limit)

    def __iter__(self):
        return self

    def __next__(self):
        self._begin()
        state = _start_record
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if not self._field and state is not _in_quotes:
                    raise
                if self.dialect.strict:
                    raise Error('unexpected end of data') from None
                self._save()
                return self._fields
            if not isinstance(line, str):
                raise Error(f'iterator should return strings, not {type(line).__name__} '
                            '(the file should be opened in text mode)')
            self.line_num += 1
            if state is _start_record and self._is_plain(row := line.rstrip('\r\n')):
                return row.split(self.dialect.delimiter) if row else []
            for c in line:
                state = state(self, c)
            state = state(self, '')
            if state is _start_record:
                return self._fields


class _Writer:
    __module__ = '_csv'
    __qualname__ = 'writer'

    def __init__(self, file, dialect):
        write = getattr(file, 'write', None)
        if not callable(write):
            raise TypeError('argument 1 must have a "write" method')
        self._write = write
        self.dialect = dialect

    def writerow(self, row):
        try:
            values = iter(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        dialect = self.dialect
        fields = [self._text(value) for value in values]
        if fields == ['']:
            if dialect.quoting == QUOTE_NONE:
                raise Error('single empty field record must be quoted')
            fields = [dialect.quotechar * 2]
        return self._write(dialect.delimiter.join(fields) + dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)

    def _text(self, value):
        """A value as the text of a field, with the quotes and escapes that it needs."""
        dialect = self.dialect
        quoted = dialect.quoting == QUOTE_ALL or dialect.quoting == QUOTE_NONNUMERIC and not _is_number(value)
        text = '' if value is None else str(value)
        quote, escape = dialect.quotechar, dialect.escapechar
        special = {dialect.delimiter, quote, escape, *dialect.lineterminator}
        if not special.isdisjoint(text):
            letters = []
            for c in text:
                if c in special:
                    if dialect.quoting == QUOTE_NONE or c == escape or c == quote and not dialect.doublequote:
                        if escape is None:
                            raise Error('need to escape, but no escapechar set')
                        letters.append(escape)
                    else:
                        quoted = True
                        if c == quote:
                            letters.append(quote)
                letters.append(c)
            text = ''.join(letters)
        return quote + text + quote if quoted else text


def _is_number(value):
    kind = type(value)
    return hasattr(kind, '__float__') or hasattr(kind, '__index__') or hasattr(kind, '__int__')


def _one_or_two(args):
    if not args:
        raise TypeError(' expected at least 1 argument, got 0')
    if len(args) > 2:
        raise TypeError(f' expected at most 2 arguments, got {len(args)}')
    return args


def reader(*args, **fmtparams):
    lines, *dialect = _one_or_two(args)
    iter(lines)
    return _Reader(lines, _dialect_of(*dialect, **fmtparams))


def writer(*args, **fmtparams):
    file, *dialect = _one_or_two(args)
    return _Writer(file, _dialect_of(*dialect, **fmtparams))


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        self._fieldnames = list(fieldnames) if fieldnames is not None and iter(fieldnames) is fieldnames else fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = []
        while not row:
            row = next(self.reader)
            self.line_num = self.reader.line_num
        names = self.fieldnames
        found = dict(zip(names, row))
        if len(names) < len(row):
            found[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            found[name] = self.restval
        return found


class DictWriter:
    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        if iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        if extrasaction.lower() not in ('raise', 'ignore'):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _dict_to_list(self, row):
        if self.extrasaction == 'raise':
            unknown = row.keys() - self.fieldnames
            if unknown:
                raise ValueError('dict contains fields not in fieldnames: ' + ', '.join(map(repr, unknown)))
        return (row.get(name, self.restval) for name in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._dict_to_list(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._dict_to_list, rowdicts))
