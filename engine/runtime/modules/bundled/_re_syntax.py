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
for _name in 'ASCII A IGNORECASE I LOCALE L MULTILINE M DOTALL S UNICODE U VERBOSE X DEBUG NOFLAG'.split():
    setattr(RegexFlag, _name, globals()[_name])
_inline_flags = {'i': 2, 'L': 4, 'm': 8, 's': 16, 'u': 32, 'x': 64, 'a': 256}
_kinds = ASCII | LOCALE | UNICODE


# --- from Python's syntax to PCRE2's ------------------------------------------------------

_plain_escapes = {'a': '\\x07', 'f': '\\f', 'n': '\\n', 'r': '\\r', 't': '\\t', 'v': '\\x0b'}
_hex_lengths = {'x': 2, 'u': 4, 'U': 8}
_hex_digits = set('0123456789abcdefABCDEF')


_last = 0x10FFFF


def _written(*ranges):
    return ''.join([f'\\x{{{low:x}}}-\\x{{{high:x}}}' for low, high in ranges])


def _written_others(*ranges):
    starts = [0, *[high + 1 for _, high in ranges]]
    ends = [*[low - 1 for low, _ in ranges], _last]
    return _written(*[(low, high) for low, high in zip(starts, ends) if low <= high])


# What stands in a class for the sets where PCRE2 means other characters than Python does.
_spaces = [(9, 13), (0x1C, 0x20), (0x85, 0x85), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029),
           (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000)]
_ascii_spaces, _ascii_digits = [(9, 13), (32, 32)], [(48, 57)]
_ascii_words = [(48, 57), (65, 90), (95, 95), (97, 122)]
_sets = {'s': _written(*_spaces), 'S': _written_others(*_spaces)}
_spelled_out = {**_sets, 'd': '\\p{Nd}', 'D': '\\P{Nd}', 'w': '\\p{L}\\p{N}_'}
_ascii_sets = {'s': _written(*_ascii_spaces), 'S': _written_others(*_ascii_spaces),
               'd': _written(*_ascii_digits), 'D': _written_others(*_ascii_digits),
               'w': _written(*_ascii_words), 'W': _written_others(*_ascii_words)}


def _bounds(word):
    return {'b': f'(?:(?<={word})(?!{word})|(?<!{word})(?={word}))',
            'B': f'(?:(?<={word})(?={word})|(?<!{word})(?!{word}))'}


_ascii_bounds = _bounds(f'[{_ascii_sets["w"]}]')
_spelled_bounds = _bounds(f'[{_spelled_out["w"]}]')
_endless = 1 << 32
# What PCRE2 reports on its way (re_parts.cpp): where a repeated item begins, how far the match has come (at its start
# and behind all that it may come back to), that a group is going to be compared; and how many characters a repetition
# needs at least.
_begins, _came, _compares = '(?C1)', '(?C2)', '(?C3)'
_needs = '(?C{%d})'
_many = 64  # of so few characters nobody needs to know


class _Group:
    """A group that is open: where it began, its number or None, and what it is."""

    def __init__(self, translator, start, number, kind):
        self.start, self.number, self.kind = start, number, kind
        self.flags = translator.scope, translator.first_behind  # to come back to
        self.before = translator.width
        self.inside = len(translator.out) + 1
        self.branches = []  # the widths of those that are complete


class Translator:
    """Goes through a pattern once: checks it and writes it anew."""

    def __init__(self, text, flags, original):
        self.text = text
        self.flags = flags
        self.scope = flags  # the flags here
        self.original = original
        self.out = []
        self.at = 0
        self.open = []
        self.groups = 0
        self.around = [0]  # by its number, the group in which a group is; 0: in none
        self.names = {}
        self.widths = {}  # by group: how many characters it may match, at least and at most
        self.asked = {}  # by group that a condition names: where
        self.first_behind = None  # in a look-behind: the first group that is in it
        self.width = self.item = 0, 0  # of what is written of this branch, and of its last item
        self.repeatable = False  # is there something that * could repeat?
        self.inside = 0  # where the last group that was closed begins in `out`, behind its bracket
        self.repeated_at = 0  # how long `out` was after the last repetition
        self.unreported = 0  # how many items were written since the last report of the way

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
                self.close()
            elif letter == '|':
                self.branch()
            elif letter in '*+?{':
                self.repeat()
            elif letter == '#' and self.scope & VERBOSE:
                end = text.find('\n', self.at)
                self.at = len(text) if end < 0 else end + 1
            elif letter in ' \t\n\r\v\f' and self.scope & VERBOSE:
                self.at += 1
            elif letter in '^$':
                self.put(letter, False)
            else:
                self.put(letter, True)
        if self.open:
            self.fail('missing ), unterminated subpattern', self.open[-1].start)
        for number, place in self.asked.items():
            if number > self.groups:
                self.fail(f'invalid group reference {number}', place)
        return _came + ''.join(self.out)

    def without_reports(self):
        """What run() has given, without what PCRE2 reports on its way."""
        return ''.join([part for part in self.out if not part.startswith('(?C')])

    def put(self, text, repeatable, length=1, width=(1, 1)):
        if repeatable:
            self.unreported += 1
            if self.unreported > _many:
                self.unreported = 0
                self.out.append(_came)
        self.out.append(text)
        self.repeatable = repeatable
        self.at += length
        if repeatable:
            self.item = width
            self.width = self.width[0] + width[0], self.width[1] + width[1]

    def refer(self, number, start, end):
        """A reference to a group, from one place to another."""
        if any(group.number == number for group in self.open):
            self.fail('cannot refer to an open group', start)
        self.check_behind(number, end)
        self.out.append(_compares)
        self.put(f'\\g{{{number}}}', True, end - self.at, self.widths[number])

    def check_behind(self, number, end):
        if self.first_behind is not None and number >= self.first_behind:
            self.fail('cannot refer to group defined in the same lookbehind subpattern', end)

    # --- escapes ---

    def escape(self):
        start = self.at
        letter = self.text[start + 1:start + 2]
        if not letter:
            self.fail('bad escape (end of pattern)', start)
        if letter in 'dDsSwW':
            written = self.set_of(letter)
            self.put('\\' + letter if written is None else f'[{written}]', True, 2)
        elif letter in 'AbBZ':
            bounds = (_ascii_bounds if self.is_ascii_apart() else
                      _spelled_bounds if self.flags & ASCII and not self.scope & ASCII else {})
            self.put(bounds.get(letter, '\\z' if letter == 'Z' else '\\' + letter), False, 2)
        elif letter in '123456789':
            self.backreference(start)
        else:
            self.put(*self.character_escape(start))

    def is_ascii_apart(self):
        """Is the flag `a` set here but not for the whole, by which PCRE2 goes?"""
        return isinstance(self.original, str) and bool(self.scope & ASCII) and not self.flags & ASCII

    def set_of(self, letter):
        """What stands in a class for \\d, \\s or \\w; None where PCRE2 means the same by it."""
        if self.is_ascii_apart():
            return _ascii_sets[letter]
        if not isinstance(self.original, str) or self.scope & ASCII:
            return None
        return (_spelled_out if self.flags & ASCII else _sets).get(letter)

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
        if letter == 'N' and isinstance(self.original, str):
            return self.character_named(start)
        if letter.isascii() and letter.isalnum():
            self.fail(f'bad escape \\{letter}', start)
        return '\\' + letter if letter.isascii() else letter, True, 2

    def character_named(self, start):
        text = self.text
        if text[start + 2:start + 3] != '{':
            self.fail('missing {', start + 2)
        end = text.find('}', start + 3)
        name = text[start + 3:end if end >= 0 else len(text)]
        if not name:
            self.fail('missing character name', start + 3)
        if end < 0:
            self.fail('missing }, unterminated name', start + 3)
        import unicodedata
        try:
            character = unicodedata.lookup(name)
        except KeyError:
            self.fail(f'undefined character name {name!r}', start)
        return f'\\x{{{ord(character):x}}}', True, end + 1 - start

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
        self.refer(number, start, end)

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
            return self.set_of(following) or '\\' + following, 2, None
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
            self.around.append(next((group.number for group in reversed(self.open) if group.number), 0))
        self.open.append(_Group(self, start, self.groups if captures else None, text))
        self.width = 0, 0
        if text.startswith('(?<') and self.first_behind is None:
            self.first_behind = self.groups + 1
        self.put(text, False, length)

    def branch(self):
        if self.open:
            group = self.open[-1]
            if group.kind.startswith('(?(') and group.branches:
                self.fail('conditional backref with more than two branches', self.at)
            group.branches.append(self.width)
            self.out.append(_came)
        self.width = 0, 0
        self.put('|', False)

    def close(self):
        group = self.open.pop()
        widths = [*group.branches, self.width]
        if group.kind.startswith('(?(') and len(widths) == 1:
            widths.append((0, 0))
        width = min([low for low, _ in widths]), max([high for _, high in widths])
        if group.kind.startswith('(?<') and width[0] != width[1]:
            raise error('look-behind requires fixed-width pattern')
        if group.kind in ('(?=', '(?!', '(?<=', '(?<!'):
            width = 0, 0
        self.widths[group.number] = width
        self.width = group.before
        self.scope, self.first_behind = group.flags
        self.inside = group.inside
        if group.branches:
            self.out.append(_came)
        self.put(')', True, 1, width)

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
            self.refer(self.names[name], start + 4, start + len(name) + 5)
        elif not kind:
            self.fail('unexpected end of pattern', len(self.text))
        else:
            self.fail(f'unknown extension ?P{kind}', start + 1)

    def conditional(self, start):
        name = self.name_until(')', start + 3)
        if name.isidentifier():
            number = self.names.get(name)
            if number is None:
                self.fail(f'unknown group name {name!r}', start + 3)
        else:
            if not (name.isascii() and name.isdigit()):
                self.fail(f'bad character in group name {name!r}', start + 3)
            number = int(name)
            if number == 0:
                self.fail('bad group number', start + 3)
            self.asked.setdefault(number, start + 3)
        self.check_behind(number, start + len(name) + 4)
        self.begin(start, f'(?({number})', len(name) + 4)

    def inline_flags(self, start):
        on, at = self.flag_letters(start + 2, '-:)', 'missing -, : or )')
        off = 0
        end = self.text[at]
        if end == ')':
            if self.out or self.open:
                self.fail('global flags not at the start of the expression', start)
            self.flags |= on
            self.scope |= on
            self.at = at + 1
            return
        if end == '-':
            if self.text[at + 1:at + 2] not in _inline_flags or at + 1 == len(self.text):
                self.fail('unknown flag' if self.text[at + 1:at + 2].isalpha() else 'missing flag', at + 1)
            off, at = self.flag_letters(at + 1, ':', 'missing :')
        if on & off:
            self.fail('bad inline flags: flag turned on and off', at)
        # Sets and blanks are written as these flags want them; PCRE2 heeds the others.
        letters, without = [''.join([letter for letter in 'ims' if bits & _inline_flags[letter]]) for bits in (on, off)]
        self.begin(start, f'(?{letters}{"-" * bool(without)}{without}:', at + 1 - start)
        if on & _kinds:
            self.scope &= ~_kinds
        self.scope = (self.scope | on) & ~off

    def flag_letters(self, at, ends, missing):
        """The flags from a place on, and where one of `ends` ends them."""
        text = self.text
        flags = 0
        while text[at:at + 1] not in ends or at == len(text):
            letter = text[at:at + 1]
            if letter not in _inline_flags:
                self.fail('unknown flag' if letter.isalpha() else missing, at)
            at += 1
            flag = _inline_flags[letter]
            if ends == ':' and flag & _kinds:
                self.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", at)
            wrong, kind = ('L', 'str') if isinstance(self.original, str) else ('u', 'bytes')
            if letter == wrong:
                self.fail(f"bad inline flags: cannot use '{letter}' flag with a {kind} pattern", at)
            flags |= flag
            if flag & _kinds and flags & _kinds != flag:
                self.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible", at)
        return flags, at

    # --- repetitions ---

    def repeat(self):
        start = self.at
        text = self.text
        letter = text[start]
        written, end = letter, start + 1
        counts = None
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
            counts = int(low or 0), int(high) if high else _endless if comma else int(low)
            end = close + 1
        if not self.repeatable:
            self.fail('multiple repeat' if self.repeated_at == len(self.out) > 0 else 'nothing to repeat', start)
        if text[end:end + 1] in ('?', '+') and end < len(text):
            written += text[end]
            end += 1
        least, most = {'*': (0, _endless), '+': (1, _endless), '?': (0, 1)}.get(letter, counts)
        more = self.item[0] * (least - 1), self.item[1] * (most - 1)
        self.width = self.width[0] + more[0], self.width[1] + more[1]
        if self.out[-1] == ')':
            self.out.insert(self.inside, _came)
        elif most > _many:
            self.out.insert(-1, _needs % least if _many < least < _endless else _begins)
        self.put(written, False, end - start)
        self.out.append(_came)
        self.repeated_at = len(self.out)
