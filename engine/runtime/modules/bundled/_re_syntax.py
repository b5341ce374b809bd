# The syntax of Python's regular expressions: its flags, its errors, and its translation into that of PCRE2.
__name__ = 're'


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


# --- from Python's syntax to PCRE2's ------------------------------------------------------

_plain_escapes = {'a': '\\x07', 'f': '\\f', 'n': '\\n', 'r': '\\r', 't': '\\t', 'v': '\\x0b'}
_hex_lengths = {'x': 2, 'u': 4, 'U': 8}
_hex_digits = set('0123456789abcdefABCDEF')


class Translator:
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
