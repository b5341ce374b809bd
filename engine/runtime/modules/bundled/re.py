# Regular expressions: Python's syntax is checked and put into that of PCRE2 (_re_syntax), which matches.
import _re
from _types import GenericAlias as _GenericAlias, name_in_full as _name_in_full
from _re_syntax import (
    A, ASCII, DEBUG, DOTALL, I, IGNORECASE, L, LOCALE, M, MULTILINE, NOFLAG, S, U, UNICODE, VERBOSE, X, RegexFlag,
    Translator, error)

__all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile', 'purge', 'escape',
           'error', 'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE', 'LOCALE', 'MULTILINE',
           'DOTALL', 'VERBOSE', 'UNICODE', 'NOFLAG', 'RegexFlag']


_of_pcre = {2: _re.CASELESS, 8: _re.MULTILINE, 16: _re.DOTALL, 64: _re.EXTENDED}


def _program(translated, pattern, options):
    return _re.compile(translated if isinstance(pattern, str) else translated.encode('latin-1'), options)


def _compile(pattern, flags):
    text = pattern if isinstance(pattern, str) else pattern.decode('latin-1')
    if isinstance(pattern, str) and flags & LOCALE:
        raise ValueError('cannot use LOCALE flag with a str pattern')
    if not isinstance(pattern, str) and flags & UNICODE:
        raise ValueError('cannot use UNICODE flag with a bytes pattern')
    if flags & ASCII and flags & UNICODE:
        raise ValueError('ASCII and UNICODE flags are incompatible')
    translator = Translator(text, int(flags), pattern)
    translated = translator.run()
    flags = translator.flags
    if isinstance(pattern, str) and not flags & ASCII:
        flags |= UNICODE
    options = sum([option for bit, option in _of_pcre.items() if flags & bit])
    if flags & VERBOSE:
        options &= ~_re.EXTENDED  # blanks and comments are gone already
    if flags & UNICODE:
        options |= _re.UCP
    program = _program(translated, pattern, options)
    if isinstance(program, tuple):
        # Reports take room, of which there is only so much, and move what is wrong.
        program = _program(translator.without_reports(), pattern, options)
    if isinstance(program, tuple):
        message = program[0]
        if 'lookbehind' in message:
            raise error('look-behind requires fixed-width pattern')
        raise error(message, pattern, min(program[1], len(pattern)))
    return Pattern._of(pattern, flags, program, translator.names, translator.around)


# --- patterns and matches -----------------------------------------------------------------

_SEARCH, _MATCH, _FULLMATCH = range(3)
_end = 1 << 62


@_name_in_full
class Pattern:
    __slots__ = ('pattern', 'flags', 'groups', '_names', '_around', '_program')

    def __new__(cls, *args):
        raise TypeError("cannot create 're.Pattern' instances")

    @classmethod
    def _of(cls, pattern, flags, program, names, around):
        self = object.__new__(cls)
        self.pattern = pattern
        self.flags = int(flags)
        self.groups = program.groups
        self._names = names
        self._around = around
        self._program = program
        return self

    def _is_inside(self, inner, outer):
        while inner > outer:
            inner = self._around[inner]
        return inner == outer

    @property
    def groupindex(self):
        from types import MappingProxyType
        return MappingProxyType(self._names)

    def _check(self, string):
        if isinstance(string, str):
            if not isinstance(self.pattern, str):
                raise TypeError('cannot use a bytes pattern on a string-like object')
        elif not isinstance(string, (bytes, bytearray)):
            raise TypeError(f"expected string or bytes-like object, got '{type(string).__name__}'")
        elif isinstance(self.pattern, str):
            raise TypeError('cannot use a string pattern on a bytes-like object')

    def _run(self, string, pos, endpos, mode):
        self._check(string)
        places = self._program.match(string, pos, endpos, mode, False)
        return None if places is None else Match(self, string, max(pos, 0), min(endpos, len(string)), places)

    def search(self, string, pos=0, endpos=_end):
        return self._run(string, pos, endpos, _SEARCH)

    def match(self, string, pos=0, endpos=_end):
        return self._run(string, pos, endpos, _MATCH)

    def fullmatch(self, string, pos=0, endpos=_end):
        return self._run(string, pos, endpos, _FULLMATCH)

    def finditer(self, string, pos=0, endpos=_end):
        self._check(string)
        return self._all(string, pos, endpos)

    def _all(self, string, pos, endpos):
        at = max(pos, 0)
        empty = False
        find = self._program.match
        last = min(endpos, len(string))
        while True:
            places = find(string, at, endpos, _SEARCH, empty)
            if places is None:
                return
            yield Match(self, string, max(pos, 0), last, places)
            at = places[1]
            empty = places[0] == at

    def scanner(self, string, pos=0, endpos=_end):
        self._check(string)
        return _Scanner(self, string, pos, endpos)

    def findall(self, string, pos=0, endpos=_end):
        found = []
        for each in self.finditer(string, pos, endpos):
            if self.groups == 0:
                found.append(each.group())
            elif self.groups == 1:
                found.append(each._text(1, string[:0]))
            else:
                found.append(each.groups(string[:0]))
        return found

    def split(self, string, maxsplit=0):
        parts = []
        at = 0
        for each in self.finditer(string):
            if maxsplit and len(parts) >= maxsplit * (self.groups + 1):
                break
            parts.append(string[at:each.start()])
            parts.extend(each.groups())
            at = each.end()
        parts.append(string[at:])
        return parts

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        self._check(string)
        parts = []
        at = number = 0
        make = repl if callable(repl) else _template(repl, self)
        for each in self._all(string, 0, _end):
            if count and number >= count:
                break
            start, end = each._places[:2]
            if at < start:
                parts.append(string[at:start])
            made = make(each) if callable(make) else make
            if made is not None:
                parts.append(made)
            at = end
            number += 1
        if at < len(string):
            parts.append(string[at:])
        return string[:0].join(parts), number

    def __repr__(self):
        text = repr(self.pattern)
        if len(text) > 200:
            text = text[:200]
        shown = RegexFlag(self.flags & ~32 if isinstance(self.pattern, str) else self.flags)
        return f're.compile({text}, {shown!r})' if shown else f're.compile({text})'

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.pattern == other.pattern and self.flags == other.flags

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    __class_getitem__ = classmethod(_GenericAlias)


class _Scanner:
    """What Pattern.scanner gives: each match begins where the one before ended, until there is none."""
    __slots__ = ('pattern', '_string', '_bounds', '_at', '_empty')

    def __init__(self, pattern, string, pos, endpos):
        self.pattern = pattern
        self._string = string
        self._bounds = max(pos, 0), min(endpos, len(string))
        self._at = self._bounds[0]
        self._empty = False

    def _next(self, mode):
        if self._at is None:
            return None
        pos, endpos = self._bounds
        places = self.pattern._program.match(self._string, self._at, endpos, mode, self._empty)
        if places is None:
            self._at = None
            return None
        self._at = places[1]
        self._empty = places[0] == places[1]
        return Match(self.pattern, self._string, pos, endpos, places)

    def match(self):
        return self._next(_MATCH)

    def search(self):
        return self._next(_SEARCH)


@_name_in_full
class Match:
    __slots__ = ('re', 'string', 'pos', 'endpos', '_places')

    def __init__(self, pattern, string, pos, endpos, places):
        self.re = pattern
        self.string = string
        self.pos = pos
        self.endpos = endpos
        self._places = places

    def _index(self, group):
        if isinstance(group, str):
            number = self.re._names.get(group, -1)
        else:
            number = group.__index__() if hasattr(group, '__index__') else -1
        if not 0 <= number <= self.re.groups:
            raise IndexError('no such group')
        return number

    def _text(self, number, default=None):
        start = self._places[2 * number]
        return default if start < 0 else self.string[start:self._places[2 * number + 1]]

    def group(self, *groups):
        if not groups:
            return self._text(0)
        if len(groups) == 1:
            return self._text(self._index(groups[0]))
        return tuple([self._text(self._index(group)) for group in groups])

    def __getitem__(self, group):
        return self._text(self._index(group))

    __iter__ = None

    def groups(self, default=None):
        return tuple([self._text(number, default) for number in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(number, default) for name, number in self.re._names.items()}

    def start(self, group=0):
        return self._places[2 * self._index(group)]

    def end(self, group=0):
        return self._places[2 * self._index(group) + 1]

    def span(self, group=0):
        number = self._index(group)
        return self._places[2 * number], self._places[2 * number + 1]

    @property
    def regs(self):
        return tuple(zip(self._places[::2], self._places[1::2]))

    @property
    def lastindex(self):
        """The group that was closed last: of those that end last the one behind the others, or around them."""
        last = None
        for number in range(1, self.re.groups + 1):
            end = self.end(number)
            if end >= 0 and (last is None or end > self.end(last)
                             or end == self.end(last) and not self.re._is_inside(number, last)):
                last = number
        return last

    @property
    def lastgroup(self):
        last = self.lastindex
        for name, number in self.re._names.items():
            if number == last:
                return name
        return None

    def expand(self, template):
        made = _template(template, self.re)
        return made(self) if callable(made) else made

    def __bool__(self):
        return True

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f'<re.Match object; span={self.span()}, match={self.group()!r}>'

    __class_getitem__ = classmethod(_GenericAlias)


# --- replacements -------------------------------------------------------------------------

_template_escapes = {'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}


def _template(given, pattern):
    """The text that a template stands for, or a function of the match."""
    text = given if isinstance(given, str) else bytes(given).decode('latin-1')
    if '\\' not in text:
        return given
    parts = []  # texts and group numbers
    at = 0
    while at < len(text):
        backslash = text.find('\\', at)
        if backslash < 0:
            parts.append(text[at:])
            break
        parts.append(text[at:backslash])
        part, at = _template_escape(text, backslash, pattern, given)
        parts.append(part)
    encode = (lambda part: part) if isinstance(given, str) else (lambda part: part.encode('latin-1'))
    parts = [encode(part) if isinstance(part, str) else part for part in parts]
    empty = given[:0]
    if not any(isinstance(part, int) for part in parts):
        return empty.join(parts)
    return lambda match: empty.join([match._text(part, empty) if isinstance(part, int) else part for part in parts])


def _template_escape(text, at, pattern, given):
    """What the escape at a place stands for, and where it ends."""
    letter = text[at + 1:at + 2]
    if not letter:
        raise error('bad escape (end of pattern)', given, at)
    if letter == 'g':
        if text[at + 2:at + 3] != '<':
            raise error('missing <', given, at + 2)
        end = text.find('>', at + 3)
        if end < 0:
            raise error('missing >, unterminated name' if at + 3 < len(text) else 'missing group name', given, at + 3)
        name = text[at + 3:end]
        if not name:
            raise error('missing group name', given, at + 3)
        if name.isidentifier():
            if name not in pattern._names:
                raise IndexError(f'unknown group name {name!r}')
            return pattern._names[name], end + 1
        if not (name.isascii() and name.isdigit()):
            raise error(f'bad character in group name {name!r}', given, at + 3)
        if int(name) > pattern.groups:
            raise error(f'invalid group reference {int(name)}', given, at + 3)
        return int(name), end + 1
    if letter == '0' or letter in '1234567' and len(text[at + 1:at + 4]) == 3 and _is_octal(text[at + 1:at + 4]):
        end = at + 1
        while end < at + 4 and text[end:end + 1] and text[end] in '01234567':
            end += 1
        code = int(text[at + 1:end], 8)
        if code > 0o377:
            raise error(f'octal escape value {text[at:end]} outside of range 0-0o377', given, at)
        return chr(code), end
    if letter in '123456789':
        end = at + 3 if text[at + 2:at + 3].isdigit() else at + 2
        number = int(text[at + 1:end])
        if number > pattern.groups:
            raise error(f'invalid group reference {number}', given, at + 1)
        return number, end
    if letter in _template_escapes:
        return _template_escapes[letter], at + 2
    if letter.isascii() and letter.isalpha():
        raise error(f'bad escape \\{letter}', given, at)
    return '\\' + letter, at + 2


def _is_octal(text):
    return all(digit in '01234567' for digit in text)


# --- functions ----------------------------------------------------------------------------

_cache = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError('first argument must be string or compiled pattern')
    key = type(pattern), pattern, int(flags)
    found = _cache.get(key)
    if found is None:
        if len(_cache) >= 512:
            _cache.clear()
        found = _cache[key] = _compile(pattern, int(flags))
    return found


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def purge():
    _cache.clear()


class Scanner:
    """Takes a text apart by a list of (pattern, action)."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._patterns = [(compile(phrase, flags), action) for phrase, action in lexicon]
        self.match = None

    def scan(self, string):
        results = []
        at = 0
        found = None
        while True:
            for pattern, action in self._patterns:
                found = pattern.match(string, at)
                if found:
                    break
            if not found or found.end() == at:
                return results, string[at:]
            at = found.end()
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                results.append(action)


_special = {ord(letter): '\\' + letter for letter in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return bytes(pattern).decode('latin-1').translate(_special).encode('latin-1')
