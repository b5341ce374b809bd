__all__ = ['IOBase', 'BytesIO', 'StringIO', 'TextIOBase', 'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END']

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    """What all streams share: lines, iteration, the with statement."""

    def __init__(self):
        self._closed = False

    @property
    def closed(self):
        return self._closed

    def _check_open(self):
        if self._closed:
            raise ValueError('I/O operation on closed file')

    def close(self):
        self._closed = True

    def flush(self):
        self._check_open()

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def isatty(self):
        self._check_open()
        return False

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        lines = []
        length = 0
        for line in self:
            lines.append(line)
            length += len(line)
            if hint is not None and 0 < hint <= length:
                break
        return lines

    def writelines(self, lines):
        self._check_open()
        for line in lines:
            self.write(line)


class TextIOBase(IOBase):
    encoding = errors = newlines = None


class StringIO(TextIOBase):
    """Text in memory, as pieces that are joined when they are looked at."""

    def __init__(self, initial_value='', newline='\n'):
        super().__init__()
        if not (initial_value is None or isinstance(initial_value, str)):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        if not (newline is None or isinstance(newline, str)):
            raise TypeError(f'newline must be str or None, not {type(newline).__name__}')
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline!r}')
        self._newline = newline
        initial_value = self._translated(initial_value or '')
        self._pieces = [initial_value] if initial_value else []
        self._position = 0
        self._at_end = not self._pieces

    line_buffering = False

    def _translated(self, text):
        """None takes every end of a line for \\n; \\r and \\r\\n stand for it."""
        if self._newline is None:
            return text.replace('\r\n', '\n').replace('\r', '\n')
        return text.replace('\n', self._newline) if self._newline in ('\r', '\r\n') else text

    def _line_end(self, text, position):
        """Where the line that begins at a place ends."""
        ends = {None: '\n', '': '\n'}.get(self._newline, self._newline)
        at = text.find(ends, position)
        end = at + len(ends) if at >= 0 else len(text)
        if self._newline == '' and 0 <= (at := text.find('\r', position, end)) < end - 1 and text[at + 1] != '\n':
            return at + 1
        return end

    def _text(self):
        pieces = self._pieces
        if len(pieces) > 1:
            pieces[:] = [''.join(pieces)]
        return pieces[0] if pieces else ''

    def getvalue(self):
        self._check_open()
        return self._text()

    def write(self, s):
        self._check_open()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        given = len(s)
        if self._newline != '\n':
            s = self._translated(s)
        if not s:
            return 0
        if self._at_end:
            self._pieces.append(s)
            self._position += len(s)
            return given
        text = self._text()
        position = self._position
        if position > len(text):
            text += '\0' * (position - len(text))
        self._position = position + len(s)
        text = text[:position] + s + text[self._position:]
        self._pieces = [text]
        self._at_end = self._position == len(text)
        return given

    def read(self, size=-1):
        self._check_open()
        text = self._text()
        position = self._position
        end = len(text) if size is None or size < 0 else min(len(text), position + size)
        end = max(end, position)
        self._position = end
        self._at_end = end == len(text)
        return text[position:end]

    def readline(self, size=-1):
        self._check_open()
        text = self._text()
        position = self._position
        end = self._line_end(text, position) if self._newline != '\n' else text.find('\n', position) + 1 or len(text)
        if size is not None and size >= 0:
            end = min(end, position + size)
        end = max(end, position)
        self._position = end
        self._at_end = end == len(text)
        return text[position:end]

    def tell(self):
        self._check_open()
        return self._position

    def seek(self, pos, whence=0):
        self._check_open()
        if whence not in (0, 1, 2):
            raise ValueError(f'Invalid whence ({whence}, should be 0, 1 or 2)')
        if whence == 0:
            if pos < 0:
                raise ValueError(f'Negative seek position {pos}')
        elif pos != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 1:
            pos = self._position
        else:
            pos = len(self._text())
        self._position = pos
        self._at_end = pos == len(self._text())
        return pos

    def truncate(self, pos=None):
        self._check_open()
        if pos is None:
            pos = self._position
        elif pos < 0:
            raise ValueError(f'Negative size value {pos}')
        self._pieces = [self._text()[:pos]]
        self._at_end = self._position == len(self._text())
        return pos


class BytesIO(IOBase):
    def __init__(self, initial_bytes=b''):
        super().__init__()
        if isinstance(initial_bytes, (str, int)):
            raise TypeError(f'a bytes-like object is required, not {type(initial_bytes).__name__!r}')
        self._bytes = bytearray(initial_bytes or b'')
        self._position = 0

    def getvalue(self):
        self._check_open()
        return bytes(self._bytes)

    def write(self, b):
        self._check_open()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        gap = self._position - len(self._bytes)
        if gap > 0:
            self._bytes += bytes(gap)
        self._bytes[self._position:self._position + len(b)] = b
        self._position += len(b)
        return len(b)

    def _take(self, end):
        start = self._position
        self._position = max(start, end)
        return bytes(self._bytes[start:end])

    def read(self, size=-1):
        self._check_open()
        end = len(self._bytes)
        return self._take(end if size is None or size < 0 else min(end, self._position + size))

    read1 = read

    def readline(self, size=-1):
        self._check_open()
        end = self._bytes.find(b'\n', self._position) + 1 or len(self._bytes)
        if size is not None and size >= 0:
            end = min(end, self._position + size)
        return self._take(end)

    def tell(self):
        self._check_open()
        return self._position

    def seek(self, pos, whence=0):
        self._check_open()
        if whence == 0 and pos < 0:
            raise ValueError(f'negative seek value {pos}')
        base = (0, self._position, len(self._bytes))[whence]
        self._position = max(0, base + pos)
        return self._position

    def truncate(self, size=None):
        self._check_open()
        size = self._position if size is None else size
        del self._bytes[size:]
        return size


for _class in (UnsupportedOperation, ):
    _class.__module__ = 'io'
for _class in (StringIO, BytesIO, TextIOBase, IOBase):
    _class.__module__ = '_io'
