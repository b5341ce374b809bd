# Words as shells part them (https://docs.python.org/3.11/library/shlex.html).
import re
import sys
from collections import deque
from io import StringIO

__all__ = ['shlex', 'split', 'quote', 'join']

_LETTERS = ''.join([chr(code) for code in (*range(0xDF, 0xF7), *range(0xF8, 0x100), *range(0xC0, 0xD7),
                                           *range(0xD8, 0xDF))])


class shlex:
    """`state` is ' ' between words, 'a' within one, 'c' within punctuation, a quote or an escape after that, and None
    at the end."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if isinstance(instream, str):
            instream = StringIO(instream)
        self.instream = sys.stdin if instream is None else instream
        self.infile = None if instream is None else infile
        self.posix = posix
        self.eof = None if posix else ''
        self.commenters = '#'
        self.wordchars = 'abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'
        if posix:
            self.wordchars += _LETTERS
        self.whitespace = ' \t\r\n'
        self.whitespace_split = False
        self.quotes = '\'"'
        self.escape = '\\'
        self.escapedquotes = '"'
        self.state = ' '
        self.pushback = deque()
        self.lineno = 1
        self.debug = 0
        self.token = ''
        if punctuation_chars is True:
            punctuation_chars = '();<>|&'
        self._punctuation_chars = punctuation_chars or ''
        if punctuation_chars:
            self._pushback_chars = deque()
            self.wordchars = ''.join([c for c in self.wordchars + '~-./*?=' if c not in punctuation_chars])

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        self.pushback.appendleft(tok)

    def get_token(self):
        return self.pushback.popleft() if self.pushback else self.read_token()

    def read_token(self):
        """The next word of the stream itself."""
        self._quoted = False
        ended = False
        while not ended:
            c = self._next_letter()
            if self.state is None:
                self.token = ''
                break
            if self.state == ' ':
                ended = self._between(c)
            elif self.state in self.quotes:
                ended = self._in_quotes(c)
            elif self.state in self.escape:
                self._escaped(c)
            else:
                ended = self._in_word(c)
        token, self.token = self.token, ''
        return None if self.posix and not self._quoted and token == '' else token

    def _next_letter(self):
        if self._punctuation_chars and self._pushback_chars:
            c = self._pushback_chars.pop()
        else:
            c = self.instream.read(1)
        if c == '\n':
            self.lineno += 1
        return c

    # Each of these takes a letter, '' at the end of the stream, and says whether the word ends with it.

    def _has_word(self):
        return bool(self.token) or self.posix and self._quoted

    def _skip_comment(self):
        self.instream.readline()
        self.lineno += 1

    def _begin_escape(self, c):
        self._after_escape = self.state if self.state in self.quotes else 'a'
        self.state = c

    def _between(self, c):
        if not c:
            self.state = None
            return True
        if c in self.whitespace:
            return self._has_word()
        if c in self.commenters:
            self._skip_comment()
        elif self.posix and c in self.escape:
            self._begin_escape(c)
        elif c in self.wordchars:
            self.token, self.state = c, 'a'
        elif c in self._punctuation_chars:
            self.token, self.state = c, 'c'
        elif c in self.quotes:
            self.token, self.state = '' if self.posix else c, c
        elif self.whitespace_split:
            self.token, self.state = c, 'a'
        else:
            self.token = c
            return True
        return False

    def _in_quotes(self, c):
        self._quoted = True
        if not c:
            raise ValueError('No closing quotation')
        if c == self.state:
            if self.posix:
                self.state = 'a'
                return False
            self.token += c
            self.state = ' '
            return True
        if self.posix and c in self.escape and self.state in self.escapedquotes:
            self._begin_escape(c)
        else:
            self.token += c
        return False

    def _escaped(self, c):
        if not c:
            raise ValueError('No escaped character')
        if self._after_escape in self.quotes and c not in (self.state, self._after_escape):
            self.token += self.state  # within quotes it escapes only itself and them
        self.token += c
        self.state = self._after_escape

    def _in_word(self, c):
        if not c:
            self.state = None
            return True
        if c in self.whitespace:
            self.state = ' '
            return self._has_word()
        if c in self.commenters:
            self._skip_comment()
            if self.posix:
                self.state = ' '
                return self._has_word()
        elif self.state == 'c':
            if c not in self._punctuation_chars:
                self._pushback_chars.append(c)
                self.state = ' '
                return True
            self.token += c
        elif self.posix and c in self.quotes:
            self.state = c
        elif self.posix and c in self.escape:
            self._begin_escape(c)
        elif c in self.wordchars or c in self.quotes or self.whitespace_split and c not in self._punctuation_chars:
            self.token += c
        else:
            (self._pushback_chars.append if self._punctuation_chars else self.pushback.appendleft)(c)
            self.state = ' '
            return self._has_word()
        return False

    def error_leader(self, infile=None, lineno=None):
        return f'"{self.infile if infile is None else infile}", line {self.lineno if lineno is None else lineno}: '

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError('s argument must not be None')
    words = shlex(s, posix=posix)
    words.whitespace_split = True
    if not comments:
        words.commenters = ''
    return list(words)


def join(split_command):
    return ' '.join([quote(word) for word in split_command])


_special = re.compile(r'[^\w@%+=:,./-]', re.ASCII).search


def quote(s):
    if not s:
        return "''"
    if _special(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"
