# Prints nested data over several lines where one is too short.
import sys
from collections import Counter, OrderedDict, defaultdict, deque
from types import MappingProxyType, SimpleNamespace

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = compact
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        (self._stream or sys.stdout).write(self.pformat(object) + '\n')

    def pformat(self, object):
        parts = []
        self._format(object, parts, 0, 0, [], 0)
        return ''.join(parts)

    def _sorted_items(self, object):
        if not self._sort_dicts:
            return list(object.items())
        return sorted(object.items(), key=lambda pair: _Key(pair[0]))

    def format(self, object, context, maxlevels, level):
        """A value on one line, whether that can be read back, and whether it holds itself: for classes below to change."""
        return self._safe_repr(object, context, maxlevels, level)

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def _repr(self, object, context, level):
        return self.format(object, dict.fromkeys(context, 1), self._depth, level)[0]

    def _safe_repr(self, object, context, maxlevels, level):
        kind = type(object)
        if kind is int and self._underscore_numbers:
            return f'{object:_d}', True, False
        if kind.__repr__ not in (dict.__repr__, list.__repr__, tuple.__repr__):
            text = repr(object)
            return text, bool(text) and not text.startswith('<'), False
        brackets = '{}' if isinstance(object, dict) else '[]' if isinstance(object, list) else '()'
        if not object:
            return brackets, True, False
        comma = ',' if brackets == '()' and len(object) == 1 else ''
        if maxlevels and level >= maxlevels:
            return f'{brackets[0]}...{comma}{brackets[1]}', False, id(object) in context
        if id(object) in context:
            return f'<Recursion on {kind.__name__} with id={id(object)}>', False, True
        context = {**context, id(object): 1}
        values = [part for pair in self._sorted_items(object) for part in pair] if brackets == '{}' else object
        shown = [self.format(value, context, maxlevels, level + 1) for value in values]
        texts = [text for text, _, _ in shown]
        if brackets == '{}':
            texts = [f'{key}: {value}' for key, value in zip(texts[::2], texts[1::2])]
        return (f'{brackets[0]}{", ".join(texts)}{comma}{brackets[1]}', all([readable for _, readable, _ in shown]),
                any([recursive for _, _, recursive in shown]))

    def _format(self, object, parts, indent, allowance, context, level):
        text = self._repr(object, context, level)
        fits = len(text) <= self._width - indent - allowance
        write = None if fits or id(object) in context else self._writer(object)
        if write is None:
            parts.append(text)
            return
        context = [*context, id(object)]
        write(object, parts, indent, allowance, context, level + 1)

    def _writer(self, object):
        """What breaks such a value into lines, by whose repr it has; None where nothing does."""
        kind = type(object)
        shown = kind.__repr__
        if hasattr(kind, '__dataclass_fields__'):
            made = getattr(getattr(shown, '__wrapped__', None), '__code__', None)
            return self._format_dataclass if made is not None and made.co_filename == '<string>' else None
        if shown is SimpleNamespace.__repr__:
            return self._format_namespace
        if kind is MappingProxyType:
            return self._format_proxy
        if not isinstance(object, (str, bytes, bytearray, dict, list, tuple, set, frozenset, deque)) or not object:
            return None
        for each, writer in ((str, self._format_text), (bytes, self._format_bytes), (bytearray, self._format_bytearray),
                             (dict, self._format_dict), (list, self._format_list), (tuple, self._format_tuple),
                             (set, self._format_set), (frozenset, self._format_set), (deque, self._format_deque),
                             (OrderedDict, self._format_ordered), (defaultdict, self._format_default),
                             (Counter, self._format_counter)):
            if shown is each.__repr__:
                return writer
        return None

    def _format_dict(self, object, parts, indent, allowance, context, level):
        parts.append('{' + ' ' * (self._indent - 1))
        self._format_pairs(self._sorted_items(object), parts, indent, allowance + 1, context, level)
        parts.append('}')

    def _format_ordered(self, object, parts, indent, allowance, context, level):
        name = type(object).__name__
        parts.append(name + '(')
        self._format(list(object.items()), parts, indent + len(name) + 1, allowance + 1, context, level)
        parts.append(')')

    def _format_default(self, object, parts, indent, allowance, context, level):
        name = type(object).__name__
        indent += len(name) + 1
        parts.append(f'{name}({self._repr(object.default_factory, context, level)},\n{" " * indent}')
        self._format_dict(object, parts, indent, allowance + 1, context, level)
        parts.append(')')

    def _format_counter(self, object, parts, indent, allowance, context, level):
        name = type(object).__name__
        parts.append(name + '({' + ' ' * (self._indent - 1))
        self._format_pairs(object.most_common(), parts, indent + len(name) + 1, allowance + 2, context, level)
        parts.append('})')

    def _format_list(self, object, parts, indent, allowance, context, level):
        parts.append('[')
        self._format_items(object, parts, indent, allowance + 1, context, level)
        parts.append(']')

    def _format_tuple(self, object, parts, indent, allowance, context, level):
        parts.append('(')
        end = ',)' if len(object) == 1 else ')'
        self._format_items(object, parts, indent, allowance + len(end), context, level)
        parts.append(end)

    def _format_set(self, object, parts, indent, allowance, context, level):
        kind = type(object)
        start, end = ('{', '}') if kind is set else (kind.__name__ + '({', '})')
        parts.append(start)
        self._format_items(sorted(object, key=_Key), parts, indent + len(start) - 1, allowance + len(end), context, level)
        parts.append(end)

    def _format_deque(self, object, parts, indent, allowance, context, level):
        name = type(object).__name__
        indent += len(name) + 1
        parts.append(name + '([')
        bounded = object.maxlen is not None
        self._format_items(object, parts, indent, 2 if bounded else allowance + 2, context, level)
        parts.append(f'],\n{" " * indent}maxlen={object.maxlen})' if bounded else '])')

    def _format_dataclass(self, object, parts, indent, allowance, context, level):
        pairs = [(name, getattr(object, name)) for name, each in object.__dataclass_fields__.items()
                 if each.repr and not each._init_only]
        self._format_named(type(object).__name__, pairs, parts, indent, allowance, context, level)

    def _format_namespace(self, object, parts, indent, allowance, context, level):
        name = 'namespace' if type(object) is SimpleNamespace else type(object).__name__
        self._format_named(name, list(vars(object).items()), parts, indent, allowance, context, level)

    def _format_proxy(self, object, parts, indent, allowance, context, level):
        parts.append('mappingproxy(')
        self._format(object.copy(), parts, indent + 13, allowance + 1, context, level)
        parts.append(')')

    def _format_named(self, name, pairs, parts, indent, allowance, context, level):
        indent += len(name) + 1
        parts.append(name + '(')
        for i, (key, value) in enumerate(pairs):
            last = i + 1 == len(pairs)
            parts.append(key + '=')
            if id(value) in context:
                parts.append('...')
            else:
                self._format(value, parts, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                parts.append(',\n' + ' ' * indent)
        parts.append(')')

    def _format_pairs(self, pairs, parts, indent, allowance, context, level):
        indent += self._indent
        for i, (key, value) in enumerate(pairs):
            text = self._repr(key, context, level)
            parts.append(f'{text}: ')
            last = i + 1 == len(pairs)
            self._format(value, parts, indent + len(text) + 2, allowance if last else 1, context, level)
            if not last:
                parts.append(',\n' + ' ' * indent)

    def _format_items(self, items, parts, indent, allowance, context, level):
        indent += self._indent
        if self._indent > 1:
            parts.append((self._indent - 1) * ' ')
        items = list(items)
        separator = ''
        next_separator = ',\n' + ' ' * indent
        width = room = self._width - indent + 1
        for i, item in enumerate(items):
            last = i + 1 == len(items)
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                needed = len(text) + 2
                if width < needed:
                    width = room
                    if separator:
                        separator = next_separator
                if width >= needed:
                    width -= needed
                    parts.append(separator + text)
                    separator = ', '
                    continue
            parts.append(separator)
            separator = next_separator
            self._format(item, parts, indent, allowance if last else 1, context, level)

    def _format_text(self, object, parts, indent, allowance, context, level):
        """A long text as several, one below the other."""
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        room = width = self._width - indent
        pieces = []
        for i, line in enumerate(lines):
            text = repr(line)
            if i == len(lines) - 1:
                room -= allowance
            if len(text) <= room:
                pieces.append(text)
                continue
            words = _words(line)
            width = self._width - indent
            current = ''
            for j, word in enumerate(words):
                candidate = current + word
                if j == len(words) - 1 and i == len(lines) - 1:
                    width -= allowance
                if len(repr(candidate)) > width:
                    if current:
                        pieces.append(repr(current))
                    current = word
                else:
                    current = candidate
            if current:
                pieces.append(repr(current))
        if len(pieces) == 1:
            parts.append(pieces[0])
            return
        if level == 1:
            parts.append('(')
        parts.append(('\n' + ' ' * indent).join(pieces))
        if level == 1:
            parts.append(')')


    def _format_bytes(self, object, parts, indent, allowance, context, level):
        if len(object) <= 4:
            parts.append(repr(object))
            return
        enclosed = level == 1
        indent += enclosed
        allowance += enclosed
        width = self._width - indent
        pieces = []
        current = b''
        for at in range(0, len(object), 4):
            if at == len(object) // 4 * 4:
                width -= allowance
            candidate = current + object[at:at + 4]
            if current and len(repr(candidate)) > width:
                pieces.append(repr(current))
                candidate = object[at:at + 4]
            current = candidate
        pieces.append(repr(current))
        text = ('\n' + ' ' * indent).join(pieces)
        parts.append(f'({text})' if enclosed else text)

    def _format_bytearray(self, object, parts, indent, allowance, context, level):
        parts.append('bytearray(')
        self._format_bytes(bytes(object), parts, indent + 10, allowance + 1, context, level + 1)
        parts.append(')')


def _words(line):
    """Words, each with the blanks that follow it."""
    words = []
    at = 0
    while at < len(line):
        end = at
        while end < len(line) and not line[end].isspace():
            end += 1
        while end < len(line) and line[end].isspace():
            end += 1
        words.append(line[at:end])
        at = end
    return words


class _Key:
    """Orders what cannot be compared by the names of its types."""
    __slots__ = ['obj']

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def saferepr(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isrecursive(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


def isreadable(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]
