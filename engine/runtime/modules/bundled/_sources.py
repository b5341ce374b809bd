# Where functions and classes stand in their files, for inspect (Lib/inspect.py: findsource, BlockFinder).
__name__ = 'inspect'

import _traceback

_opening, _closing = '([{', ')]}'


class _Statement:
    """One logical line: its text without comments and what is in strings, and its first and last line."""
    __slots__ = ('text', 'indent', 'first', 'last')

    def __init__(self, text, indent, first, last):
        self.text, self.indent, self.first, self.last = text, indent, first, last

    def begins(self):
        """The words up to the name of a def or a class: ['async', 'def', 'name']."""
        words = self.text.replace('(', ' ').replace(':', ' ').split()
        return words[:3] if words[:1] == ['async'] else words[:2]


def _without_strings(line, quote):
    """The line without comments and strings, and the quote of the string that goes on in the next line."""
    if not quote and '"' not in line and "'" not in line and '#' not in line:
        return line, ''
    kept = []
    at = 0
    while at < len(line):
        if quote:
            escape, end = line.find('\\', at), line.find(quote, at)
            if 0 <= escape < end or end < 0:
                at = escape + 2 if escape >= 0 else len(line)
            else:
                at = end + len(quote)
                quote = ''
            continue
        letter = line[at]
        if letter == '#':
            break
        if letter in '"\'':
            quote = letter * 3 if line.startswith(letter * 3, at) else letter
            kept.append('"')
            at += len(quote)
            continue
        kept.append(letter)
        at += 1
    goes_on = len(quote) == 3 or line.endswith('\\\n')
    return ''.join(kept), quote if goes_on else ''


def _statements(lines, first):
    """The logical lines from a place on; blank ones and comments are none."""
    text, quote, depth = '', '', 0
    for number in range(first, len(lines)):
        line = lines[number]
        if not text:
            if not line.strip() or line.lstrip().startswith('#'):
                continue
            begin, indent = number, len(line) - len(line.lstrip())
        more, quote = _without_strings(line, quote)
        text += more
        depth += sum(map(more.count, _opening)) - sum(map(more.count, _closing))
        if not quote and depth <= 0 and not more.endswith('\\\n'):
            yield _Statement(text.strip(), indent, begin, number)
            text, depth = '', 0


def _is_word_in(word, text):
    return any(each == word for each in ''.join([c if c.isalnum() or c == '_' else ' ' for c in text]).split())


def block(lines, first):
    """The lines of the function, lambda or class that begins at a place."""
    head = body_indent = None
    last = first
    for each in _statements(lines, first):
        if head is None:
            last = each.last
            if each.text.startswith('@'):
                continue
            if _is_word_in('lambda', each.text) and not _is_word_in('def', each.text):
                break
            if _is_word_in('def', each.text) or _is_word_in('class', each.text):
                head = each
            continue
        if each.indent <= head.indent:
            break
        if body_indent is None:
            body_indent = each.indent
        last = each.last
        end = last + 1
        # What is only commented belongs to the body where it is as deep.
        while end < len(lines) and (not lines[end].strip() or lines[end].lstrip().startswith('#')):
            if lines[end].strip() and len(lines[end]) - len(lines[end].lstrip()) >= body_indent:
                last = end
            end += 1
    return lines[first:last + 1]


def class_line(lines, qualname):
    """Where the class of this name begins, with its decorators; None if it is not there."""
    around = []  # (indent, name) of what is open
    decorated = None
    for each in _statements(lines, 0):
        while around and each.indent <= around[-1][0]:
            around.pop()
        if each.text.startswith('@'):
            decorated = each.first if decorated is None else decorated
            continue
        words = each.begins()
        if words[:1] == ['class']:
            around.append((each.indent, words[-1]))
            if '.'.join([name for _, name in around]) == qualname:
                return each.first if decorated is None else decorated
        elif words[-2:-1] == ['def']:
            around.append((each.indent, words[-1] + '.<locals>'))
        decorated = None
    return None


def function_line(lines, number):
    """The line at or before this one where a function, a lambda or a decorator begins."""
    while number > 0:
        line = lines[number].lstrip()
        if line.startswith(('def ', 'async def ', '@')) or _is_word_in('lambda', line):
            break
        number -= 1
    return number


def lines_of(file):
    lines = _traceback.source_lines(file)
    if not lines:
        raise OSError('could not get source code')
    return lines
