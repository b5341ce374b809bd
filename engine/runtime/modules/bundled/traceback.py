import sys
import _traceback

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_stack', 'print_tb', 'clear_frames',
           'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb']

_missing = object()


class FrameSummary:
    """One place of a stack: a file, a line and the name of the code there."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.locals = {name: repr(value) for name, value in locals.items()} if locals else None
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self._line = line
        self._text = None

    @property
    def line(self):
        if self._line is None:
            self._line = _traceback.source_line(self.filename, self.lineno)
        return self._line.strip()

    def __eq__(self, other):
        if isinstance(other, (FrameSummary, tuple)):
            return tuple(self) == tuple(other)
        return NotImplemented

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


class StackSummary(list):
    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        made = klass()
        for frame, lineno in _limited(list(frame_gen), limit):
            code = frame.f_code
            made.append(FrameSummary(code.co_filename, lineno, code.co_name))
        return made

    @classmethod
    def from_list(klass, a_list):
        made = klass()
        for entry in a_list:
            if not isinstance(entry, FrameSummary):
                filename, lineno, name, line = entry
                entry = FrameSummary(filename, lineno, name, line=line)
            made.append(entry)
        return made

    def format_frame_summary(self, frame_summary):
        if frame_summary._text is not None:
            return frame_summary._text
        text = f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        if frame_summary.line:
            text += f'    {frame_summary.line}\n'
        return text

    def format(self):
        texts = []
        last = None
        count = 0

        def end_of_repetition():
            if count > 3:
                more = count - 3
                texts.append(f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n')

        for entry in self:
            place = entry.filename, entry.lineno, entry.name
            if place != last:
                end_of_repetition()
                last = place
                count = 0
            count += 1
            if count <= 3:
                texts.append(self.format_frame_summary(entry))
        end_of_repetition()
        return texts


def _limited(entries, limit):
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


def walk_stack(f):
    if f is None:
        f = sys._getframe().f_back
    while f is not None:
        if _traceback.is_own(f.f_code):
            yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    while tb is not None:
        if _traceback.is_own(tb.tb_frame.f_code):
            yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    made = StackSummary()
    for filename, lineno, name, line in _traceback.entries(tb, limit):
        made.append(FrameSummary(filename, lineno, name, line=line))
    for entry, text in zip(made, _texts_one_by_one(tb, limit)):
        entry._text = text
    return made


def _texts_one_by_one(tb, limit):
    """The text of each entry, with its markers; none is left out as a repetition."""
    texts = []
    while tb is not None:
        if _traceback.is_own(tb.tb_frame.f_code):
            texts.append(_traceback.entry_texts(tb, 1)[0])
        tb = tb.tb_next
    return _limited(texts, limit)


def extract_stack(f=None, limit=None):
    places = list(walk_stack(f if f is not None else sys._getframe().f_back))
    if limit is not None:
        places = places[:limit] if limit >= 0 else places[limit:]
    places.reverse()
    return StackSummary.extract(places)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _print(format_list(extracted_list), file)


def format_tb(tb, limit=None):
    return _traceback.entry_texts(tb, limit)


def print_tb(tb, limit=None, file=None):
    _print(format_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    return extract_stack(f if f is not None else sys._getframe().f_back, limit).format()


def print_stack(f=None, limit=None, file=None):
    _print(format_stack(f if f is not None else sys._getframe().f_back, limit), file)


def _print(texts, file):
    file = sys.stderr if file is None else file
    for text in texts:
        file.write(text)


def _exception_from(exc, value, tb):
    if (value is _missing) != (tb is _missing):
        raise ValueError('Both or neither of value and tb must be given')
    if value is not _missing:
        return value, tb
    if exc is not None and not isinstance(exc, BaseException):
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    return exc, None if exc is None else exc.__traceback__


def format_exception_only(exc, /, value=_missing):
    if value is not _missing:
        exc = value
    if exc is None:
        return ['NoneType: None\n']
    text = _traceback.last_lines(exc)
    notes = [f'{note}\n' for note in getattr(exc, '__notes__', ())]
    tail = ''.join(notes)
    if tail and text.endswith(tail):
        return [text[:-len(tail)], *notes]
    return [text]


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    exc, tb = _exception_from(exc, value, tb)
    if exc is None:
        return ['NoneType: None\n']
    own = exc.__traceback__
    if tb is own:
        return _traceback.report(exc, limit, chain)
    exc.__traceback__ = tb
    try:
        return _traceback.report(exc, limit, chain)
    finally:
        exc.__traceback__ = own


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    _print(format_exception(exc, value, tb, limit, chain), file)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def clear_frames(tb):
    pass


class TracebackException:
    """An exception's report, kept without the exception's own frames."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        self.exc_type = exc_type
        self._str = str(exc_value)
        self.stack = extract_tb(exc_traceback, limit)
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self.__suppress_context__ = exc_value.__suppress_context__
        cause, context = exc_value.__cause__, exc_value.__context__
        self.__cause__ = cause and TracebackException.from_exception(cause, limit=limit)
        self.__context__ = None
        if context is not None and cause is None and not exc_value.__suppress_context__:
            self.__context__ = TracebackException.from_exception(context, limit=limit)
        self._chained = format_exception(exc_type, exc_value, exc_traceback, limit)
        self._alone = format_exception(exc_type, exc_value, exc_traceback, limit, False)
        self._only = format_exception_only(exc_value)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return self._str

    def format_exception_only(self):
        yield from self._only

    def format(self, *, chain=True, _ctx=None):
        yield from self._chained if chain else self._alone

    def print(self, *, file=None, chain=True):
        _print(self.format(chain=chain), file)
