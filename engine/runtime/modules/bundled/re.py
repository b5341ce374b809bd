# Regular expressions: Python's syntax is checked and put into that of PCRE2 (_translate), which matches.
import _re

__all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile', 'purge', 'escape',
           'error', 'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE', 'LOCALE', 'MULTILINE',
           'DOTALL', 'VERBOSE', 'UNICODE', 'NOFLAG', 'RegexFlag']


class error(Exception):
    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f'{msg} at position {pos}'
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


error.__module__ = 're'

_flag_names = {2: 'IGNORECASE', 4: 'LOCALE', 8: 'MULTILINE', 16: 'DOTALL', 32: 'UNICODE', 64: 'VERBOSE', 128: 'DEBUG',
               256: 'ASCII'}


class RegexFlag(int):
    def __repr__(self):
        names = [f're.{name}' for bit, name in _flag_names.items() if self & bit]
        rest = int(self) & ~sum(_flag_names)
        return '|'.join(names + [hex(rest)] * bool(rest)) or 're.NOFLAG'

    __str__ = __repr__

    @property
    def name(self):
        return '|'.join([name for bit, name in _flag_names.items() if self & bit]) or 'NOFLAG'

    @property
    def value(self):
        return int(self)

    def __or__(self, other):
        return RegexFlag(int(self) | int(other))

    def __and__(self, other):
        return RegexFlag(int(self) & int(other))

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other))

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        return RegexFlag(~int(self) & sum(_flag_names))


NOFLAG = RegexFlag(0)
I = IGNORECASE = RegexFlag(2)
L = LOCALE = RegexFlag(4)
M = MULTILINE = RegexFlag(8)
S = DOTALL = RegexFlag(16)
U = UNICODE = RegexFlag(32)
X = VERBOSE = RegexFlag(64)
DEBUG = RegexFlag(128)
A = ASCII = RegexFlag(256)
_inline_flags = {'i': 2, 'L': 4, 'm': 8, 's': 16, 'u': 32, 'x': 64, 'a': 256}
_of_pcre = {2: _re.CASELESS, 8: _re.MULTILINE, 16: _re.DOTALL, 64: _re.EXTENDED}


# --- from Python's syntax to PCRE2's ------------------------------------------------------

_plain_escapes = {'a': '\\x07', 'f': '\\f', 'n': '\\n', 'r': '\\r', 't': '\\t', 'v': '\\x0b'}
_hex_lengths = {'x': 2, 'u': 4, 'U': 8}
_hex_digits = set('0123456789abcdefABCDEF')


class _Translator:
    """Goes through a pattern once: checks it and writes it anew."""

    def __init__(self, text, flags, original):
        self.text = text
        self.flags = flags
        self.original = original
        self.out = []
        self.at = 0
        self.open = []  # (place, group number or None) of the groups that are open
        self.groups = 0
        self.names = {}
        self.repeatable = False  # is there something that * could repeat?
        self.repeated_at = 0  # how long `out` was after the last repetition

    def fail(self, message, place):
        raise error(message, self.original, place)

    def run(self):
        text = self.text
        while self.at < len(text):
            letter = text[self.at]
            if letter == '\\':
                self.escape()
            elif letter == '[':
                self.character_class()
            elif letter == '(':
                self.group()
            elif letter == ')':
                if not self.open:
                    self.fail('unbalanced parenthesis', self.at)
                self.open.pop()
                self.put(')', True)
            elif letter in '*+?{':
                self.repeat()
            elif letter == '#' and self.flags & VERBOSE:
                end = text.find('\n', self.at)
                self.at = len(text) if end < 0 else end + 1
            elif letter.isspace() and self.flags & VERBOSE:
                self.at += 1
            else:
                self.put(letter, letter not in '|^')
        if self.open:
            self.fail('missing ), unterminated subpattern', self.open[-1][0])
        return ''.join(self.out)

    def put(self, text, repeatable, length=1):
        self.out.append(text)
        self.repeatable = repeatable
        self.at += length

    # --- escapes ---

    def escape(self):
        start = self.at
        letter = self.text[start + 1:start + 2]
        if not letter:
            self.fail('bad escape (end of pattern)', start)
        if letter in 'AbBdDsSwW':
            self.put('\\' + letter, True, 2)
        elif letter == 'Z':
            self.put('\\z', True, 2)
        elif letter in '123456789':
            self.backreference(start)
        else:
            self.put(*self.character_escape(start))

    def character_escape(self, start):
        """(text, True, length) of an escape that stands for one character."""
        text = self.text
        letter = text[start + 1]
        if letter in _plain_escapes:
            return _plain_escapes[letter], True, 2
        if letter in _hex_lengths and (letter == 'x' or isinstance(self.original, str)):
            wanted = _hex_lengths[letter]
            digits = text[start + 2:start + 2 + wanted]
            good = ''
            for digit in digits:
                if digit not in _hex_digits:
                    break
                good += digit
            if len(good) != wanted:
                self.fail(f'incomplete escape {text[start:start + 2] + good}', start)
            return f'\\x{{{good}}}', True, 2 + wanted
        if letter in '01234567':
            end = start + 1
            while end < min(start + 4, len(text)) and text[end] in '01234567':
                end += 1
            return f'\\x{{{int(text[start + 1:end], 8):x}}}', True, end - start
        if letter.isascii() and letter.isalnum():
            self.fail(f'bad escape \\{letter}', start)
        return '\\' + letter if letter.isascii() else letter, True, 2

    def backreference(self, start):
        text = self.text
        end = start + 2
        if text[end:end + 1].isdigit():
            three = text[start + 1:start + 4]
            if len(three) == 3 and all(digit in '01234567' for digit in three):
                if int(three, 8) > 0o377:
                    self.fail(f'octal escape value \\{three} outside of range 0-0o377', start)
                self.put(f'\\x{{{int(three, 8):x}}}', True, 4)
                return
            end += 1
        number = int(text[start + 1:end])
        if number > self.groups:
            self.fail(f'invalid group reference {number}', start + 1)
        if any(group == number for _, group in self.open):
            self.fail('cannot refer to an open group', start)
        self.put(f'\\g{{{number}}}', True, end - start)

    # --- classes ---

    def character_class(self):
        text = self.text
        start = self.at
        parts = ['[']
        at = start + 1
        if text[at:at + 1] == '^':
            parts.append('^')
            at += 1
        first = at
        low = None  # what could begin a range: (place, its code point or None for a set)
        while True:
            letter = text[at:at + 1]
            if not letter:
                self.fail('unterminated character set', start)
            if letter == ']' and at > first:
                break
            written, length, code = self.class_item(at)
            if letter == '-' and low is not None and text[at + 1:at + 2] not in ('', ']'):
                written, length, code = self.class_item(at + 1)
                if code is None or low[1] is None or code < low[1]:
                    self.fail(f'bad character range {text[low[0]:at + 1 + length]}', low[0])
                parts.append('-' + written)
                at += 1 + length
                low = None
                continue
            parts.append('\\-' if letter == '-' else written)
            low = at, code
            at += length
        parts.append(']')
        self.put(''.join(parts), True, at + 1 - start)

    def class_item(self, at):
        """The text, the length and the code point of one item."""
        text = self.text
        letter = text[at]
        if letter != '\\':
            return ('\\' + letter if letter in '[]^&~' else letter), 1, ord(letter)
        following = text[at + 1:at + 2]
        if not following:
            self.fail('bad escape (end of pattern)', at)
        if following in 'dDsSwW':
            return '\\' + following, 2, None
        if following == 'b':
            return '\\x08', 2, 8
        written, _, length = self.character_escape(at)
        if written.startswith('\\x{'):
            return written, length, int(written[3:-1], 16)
        code = {'\\f': 12, '\\n': 10, '\\r': 13, '\\t': 9, '\\x07': 7, '\\x0b': 11}.get(written)
        return written, length, ord(written[-1]) if code is None else code

    # --- groups ---

    def group(self):
        start = self.at
        text = self.text
        if text[start + 1:start + 2] != '?':
            self.begin(start, '(', 1, True)
            return
        kind = text[start + 2:start + 3]
        if kind in (':', '=', '!', '>'):
            self.begin(start, f'(?{kind}', 3)
        elif kind == '#':
            end = text.find(')', start)
            if end < 0:
                self.fail('missing ), unterminated comment', start)
            self.at = end + 1
        elif kind == '<':
            following = text[start + 3:start + 4]
            if following not in ('=', '!') or not following:
                self.fail('unexpected end of pattern' if not following else f'unknown extension ?<{following}',
                          len(text) if not following else start + 1)
            self.begin(start, f'(?<{following}', 4)
        elif kind == 'P':
            self.named(start)
        elif kind == '(':
            self.conditional(start)
        elif kind in _inline_flags or kind == '-':
            self.inline_flags(start)
        elif not kind:
            self.fail('unexpected end of pattern', len(text))
        else:
            self.fail(f'unknown extension ?{kind}', start + 1)

    def begin(self, start, text, length, captures=False):
        if captures:
            self.groups += 1
        self.open.append((start, self.groups if captures else None))
        self.put(text, False, length)

    def name_until(self, end_letter, start):
        end = self.text.find(end_letter, start)
        if end < 0:
            if start >= len(self.text):
                self.fail('missing group name', start)
            self.fail(f'missing {end_letter}, unterminated name', start)
        name = self.text[start:end]
        if not name:
            self.fail('missing group name', start)
        return name

    def named(self, start):
        kind = self.text[start + 3:start + 4]
        if kind == '<':
            name = self.name_until('>', start + 4)
            if not name.isidentifier():
                self.fail(f'bad character in group name {name!r}', start + 4)
            if name in self.names:
                self.fail(f'redefinition of group name {name!r} as group {self.groups + 1}; '
                          f'was group {self.names[name]}', start + 4)
            self.begin(start, '(', len(name) + 5, True)
            self.names[name] = self.groups
        elif kind == '=':
            name = self.name_until(')', start + 4)
            if name not in self.names:
                self.fail(f'unknown group name {name!r}', start + 4)
            if any(group == self.names[name] for _, group in self.open):
                self.fail('cannot refer to an open group', start + 4)
            self.put(f'\\g{{{self.names[name]}}}', True, len(name) + 5)
        elif not kind:
            self.fail('unexpected end of pattern', len(self.text))
        else:
            self.fail(f'unknown extension ?P{kind}', start + 1)

    def conditional(self, start):
        name = self.name_until(')', start + 3)
        number = int(name) if name.isdigit() else self.names.get(name)
        if number is None:
            self.fail(f'unknown group name {name!r}', start + 3)
        self.open.append((start, None))
        self.put(f'(?({number})', False, len(name) + 4)

    def inline_flags(self, start):
        text = self.text
        at = start + 2
        on = off = ''
        while text[at:at + 1] in _inline_flags and at < len(text):
            on += text[at]
            at += 1
        if text[at:at + 1] == '-':
            at += 1
            while text[at:at + 1] in _inline_flags and at < len(text):
                off += text[at]
                at += 1
            if not off:
                self.fail('missing flag' if at < len(text) and not text[at].isalpha() else 'unknown flag', at)
        end = text[at:at + 1]
        if end == ')' and not off:
            if start != 0:
                self.fail('global flags not at the start of the expression', start)
            for letter in on:
                self.flags |= _inline_flags[letter]
            self.at = at + 1
        elif end == ':':
            keep = str.maketrans('', '', 'auL')
            negative = '-' + off if off else ''
            self.begin(start, f'(?{on.translate(keep)}{negative}:', at + 1 - start)
        else:
            self.fail('missing -, : or )' if not end or not end.isalpha() else 'unknown flag', at)

    # --- repetitions ---

    def repeat(self):
        start = self.at
        text = self.text
        letter = text[start]
        written, end = letter, start + 1
        if letter == '{':
            close = text.find('}', start)
            low, comma, high = text[start + 1:close].partition(',') if close > 0 else ('', '', '')
            digits = low.isdigit() or not low and comma
            if close < 0 or text[start + 1] == '}' or not digits or high and not high.isdigit():
                self.put('\\{', True)
                return
            if high and low and int(high) < int(low):
                self.fail('min repeat greater than max repeat', start + 1)
            written = f'{{{low or 0}{comma}{high}}}'
            end = close + 1
        if not self.repeatable:
            self.fail('multiple repeat' if self.repeated_at == len(self.out) > 0 else 'nothing to repeat', start)
        if text[end:end + 1] in ('?', '+') and end < len(text):
            written += text[end]
            end += 1
        self.put(written, False, end - start)
        self.repeated_at = len(self.out)


def _compile(pattern, flags):
    text = pattern if isinstance(pattern, str) else pattern.decode('latin-1')
    if isinstance(pattern, str) and flags & LOCALE:
        raise ValueError('cannot use LOCALE flag with a str pattern')
    if not isinstance(pattern, str) and flags & UNICODE:
        raise ValueError('cannot use UNICODE flag with a bytes pattern')
    if flags & ASCII and flags & UNICODE:
        raise ValueError('ASCII and UNICODE flags are incompatible')
    translator = _Translator(text, int(flags), pattern)
    translated = translator.run()
    flags = translator.flags
    if isinstance(pattern, str) and not flags & ASCII:
        flags |= UNICODE
    options = sum([option for bit, option in _of_pcre.items() if flags & bit])
    if flags & VERBOSE:
        options &= ~_re.EXTENDED  # blanks and comments are gone already
    if flags & UNICODE:
        options |= _re.UCP
    program = _re.compile(translated if isinstance(pattern, str) else translated.encode('latin-1'), options)
    if isinstance(program, tuple):
        message = program[0]
        if 'lookbehind' in message:
            raise error('look-behind requires fixed-width pattern')
        raise error(message, pattern, min(program[1], len(pattern)))
    return Pattern._of(pattern, flags, program, translator.names)


# --- patterns and matches -----------------------------------------------------------------

_SEARCH, _MATCH, _FULLMATCH = range(3)
_end = 1 << 62


class Pattern:
    __slots__ = ('pattern', 'flags', 'groups', '_names', '_program')

    def __new__(cls, *args):
        raise TypeError("cannot create 're.Pattern' instances")

    @classmethod
    def _of(cls, pattern, flags, program, names):
        self = object.__new__(cls)
        self.pattern = pattern
        self.flags = int(flags)
        self.groups = program.groups
        self._names = names
        self._program = program
        return self

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
            parts.append(string[at:each.start()])
            made = make(each) if callable(make) else make
            if made is not None:
                parts.append(made)
            at = each.end()
            number += 1
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

    @classmethod
    def __class_getitem__(cls, item):
        return cls


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
        """The group that was closed last: of those that end last, the outermost of the last ones."""
        last = None
        for number in range(1, self.re.groups + 1):
            start, end = self.span(number)
            if start >= 0 and (last is None or end > self.end(last) or end == self.end(last) and start >= self.end(last)):
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

    @classmethod
    def __class_getitem__(cls, item):
        return cls


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
        return chr(int(text[at + 1:end], 8) & 0xFF), end
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


_special = {ord(letter): '\\' + letter for letter in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return bytes(pattern).decode('latin-1').translate(_special).encode('latin-1')
