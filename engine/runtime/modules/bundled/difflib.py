# Differences of sequences (https://docs.python.org/3.11/library/difflib.html; Lib/difflib.py).
from collections import namedtuple
from heapq import nlargest

__all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ', 'IS_CHARACTER_JUNK', 'IS_LINE_JUNK',
           'context_diff', 'unified_diff', 'Match']

Match = namedtuple('Match', 'a b size')


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Looks for the longest part that two sequences share, and then for those to the left and to the right of it.
    What it knows of the second sequence is kept, that it may be compared with many."""

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is not self.b:
            self.b = b
            self.matching_blocks = self.opcodes = self.fullbcount = None
            self._find_places()

    def _find_places(self):
        """Where each element of the second sequence is, but for junk and what a long sequence is full of."""
        places = {}
        for i, element in enumerate(self.b):
            places.setdefault(element, []).append(i)
        self.b2j = places
        self.bjunk = {element for element in places if self.isjunk(element)} if self.isjunk else set()
        for element in self.bjunk:
            del places[element]
        self.bpopular = set()
        if self.autojunk and len(self.b) >= 200:
            most = len(self.b) // 100 + 1
            self.bpopular = {element for element, found in places.items() if len(found) > most}
        for element in self.bpopular:
            del places[element]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b = self.a, self.b
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        i, j, size = self._longest(alo, ahi, blo, bhi)
        # First by what was left out for being popular, then by junk, if that is on both sides.
        for junk in (False, True):
            while i > alo and j > blo and (b[j - 1] in self.bjunk) == junk and a[i - 1] == b[j - 1]:
                i, j, size = i - 1, j - 1, size + 1
            while (i + size < ahi and j + size < bhi and (b[j + size] in self.bjunk) == junk
                   and a[i + size] == b[j + size]):
                size += 1
        return Match(i, j, size)

    def _longest(self, alo, ahi, blo, bhi):
        """Of several as long, the first in `a`, and of these the first in `b`."""
        best = alo, blo, 0
        lengths = {}  # of the matches that end at a[i - 1] and b[j]
        for i in range(alo, ahi):
            longer = {}
            for j in self.b2j.get(self.a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                size = longer[j] = lengths.get(j - 1, 0) + 1
                if size > best[2]:
                    best = i - size + 1, j - size + 1, size
            lengths = longer
        return best

    def get_matching_blocks(self):
        if self.matching_blocks is None:
            self.matching_blocks = [Match(*block) for block in self._joined(self._blocks())]
            self.matching_blocks.append(Match(len(self.a), len(self.b), 0))
        return self.matching_blocks

    def _blocks(self):
        blocks = []
        waiting = [(0, len(self.a), 0, len(self.b))]
        while waiting:
            alo, ahi, blo, bhi = waiting.pop()
            i, j, size = self.find_longest_match(alo, ahi, blo, bhi)
            if not size:
                continue
            blocks.append((i, j, size))
            if alo < i and blo < j:
                waiting.append((alo, i, blo, j))
            if i + size < ahi and j + size < bhi:
                waiting.append((i + size, ahi, j + size, bhi))
        return sorted(blocks)

    def _joined(self, blocks):
        joined = []
        for i, j, size in blocks:
            if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
                joined[-1][2] += size
            else:
                joined.append([i, j, size])
        return joined

    def get_opcodes(self):
        if self.opcodes is None:
            self.opcodes = []
            i = j = 0
            for a, b, size in self.get_matching_blocks():
                if i < a or j < b:
                    tag = 'replace' if i < a and j < b else 'delete' if i < a else 'insert'
                    self.opcodes.append((tag, i, a, j, b))
                i, j = a + size, b + size
                if size:
                    self.opcodes.append(('equal', a, i, b, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        """Changes with `n` elements around them that are equal; those near to each other stand in one group."""
        codes = list(self.get_opcodes()) or [('equal', 0, 1, 0, 1)]
        tag, i1, i2, j1, j2 = codes[0]
        if tag == 'equal':
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        tag, i1, i2, j1, j2 = codes[-1]
        if tag == 'equal':
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == 'equal' and i2 - i1 > n + n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        return _ratio(sum([size for _, _, size in self.get_matching_blocks()]), len(self.a) + len(self.b))

    def quick_ratio(self):
        """At least ratio(): in what number each element is in both."""
        if self.fullbcount is None:
            self.fullbcount = {}
            for element in self.b:
                self.fullbcount[element] = self.fullbcount.get(element, 0) + 1
        left = {}
        matches = 0
        for element in self.a:
            count = left[element] if element in left else self.fullbcount.get(element, 0)
            left[element] = count - 1
            matches += count > 0
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """At least quick_ratio(): by the lengths alone."""
        return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))

    def _ratio_above(self, least, or_equal):
        """ratio() if it is more than `least`, else None; it is not worked out where it cannot be."""
        ratio = None
        for estimate in (self.real_quick_ratio, self.quick_ratio, self.ratio):
            ratio = estimate()
            if not (ratio > least or or_equal and ratio == least):
                return None
        return ratio


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError(f'n must be > 0: {n!r}')
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f'cutoff must be in [0.0, 1.0]: {cutoff!r}')
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    found = []
    for each in possibilities:
        matcher.set_seq1(each)
        ratio = matcher._ratio_above(cutoff, True)
        if ratio is not None:
            found.append((ratio, each))
    return [each for _, each in nlargest(n, found)]


def IS_LINE_JUNK(line, pat=None):
    return line.strip() in ('', '#') if pat is None else pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=' \t'):
    return ch in ws


def _marked(mark, lines):
    for line in lines:
        yield f'{mark} {line}'


class Differ:
    """Tells what became of lines, and within similar lines of their letters."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == 'equal':
                yield from _marked(' ', a[i1:i2])
            else:
                yield from self._changed(a[i1:i2], b[j1:j2])

    def _changed(self, a, b):
        """Around the two lines that are most alike; those that are equal do only where none is similar."""
        if not a or not b:
            yield from _marked('-', a)
            yield from _marked('+', b)
            return
        best, i, j = self._most_alike(a, b)
        if best < 0.75:
            equal = next(((i, j) for j, line in enumerate(b) for i, old in enumerate(a) if old == line), None)
            if equal is None:
                yield from self._replaced(a, b)
                return
            i, j = equal
        yield from self._changed(a[:i], b[:j])
        if best < 0.75:
            yield '  ' + a[i]
        else:
            yield from self._similar(a[i], b[j])
        yield from self._changed(a[i + 1:], b[j + 1:])

    def _most_alike(self, a, b):
        best = 0.74, None, None
        matcher = SequenceMatcher(self.charjunk)
        for j, line in enumerate(b):
            matcher.set_seq2(line)
            for i, old in enumerate(a):
                if old == line:
                    continue
                matcher.set_seq1(old)
                ratio = matcher._ratio_above(best[0], False)
                if ratio is not None:
                    best = ratio, i, j
        return best

    def _replaced(self, a, b):
        """The shorter of the two goes first."""
        if len(b) < len(a):
            yield from _marked('+', b)
            yield from _marked('-', a)
        else:
            yield from _marked('-', a)
            yield from _marked('+', b)

    def _similar(self, old, new):
        old_marks, new_marks = [], []
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.charjunk, old, new).get_opcodes():
            old_mark, new_mark = {'replace': '^^', 'delete': '- ', 'insert': ' +', 'equal': '  '}[tag]
            old_marks.append(old_mark * (i2 - i1))
            new_marks.append(new_mark * (j2 - j1))
        for sign, line, marks in (('-', old, old_marks), ('+', new, new_marks)):
            yield f'{sign} {line}'
            below = ''.join([c if mark == ' ' and c.isspace() else mark for c, mark in zip(line, ''.join(marks))])
            if below := below.rstrip():
                yield f'? {below}\n'


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    signs = {1: '- ', 2: '+ '}
    if which not in signs:
        raise ValueError(f'unknown delta choice (must be 1 or 2): {which!r}')
    for line in delta:
        if line[:2] in ('  ', signs[which]):
            yield line[2:]


def _check_text(a, b, *words):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError(f'lines to compare must be str, not {type(lines[0]).__name__} ({lines[0]!r})')
    for word in words:
        if not isinstance(word, str):
            raise TypeError(f'all arguments must be str, not: {word!r}')


def _header(sign, file, date, lineterm):
    return f'{sign} {file}' + (f'\t{date}' if date else '') + lineterm


def _lines_of_unified(start, stop):
    """Lines by their number and how many they are; none are said to be after a line."""
    count = stop - start
    if count == 1:
        return str(start + 1)
    return f'{start + 1 if count else start},{count}'


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    _check_text(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield _header('---', fromfile, fromfiledate, lineterm)
            yield _header('+++', tofile, tofiledate, lineterm)
        of_a = _lines_of_unified(group[0][1], group[-1][2])
        of_b = _lines_of_unified(group[0][3], group[-1][4])
        yield f'@@ -{of_a} +{of_b} @@{lineterm}'
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                yield from [' ' + line for line in a[i1:i2]]
            else:
                yield from ['-' + line for line in a[i1:i2]]
                yield from ['+' + line for line in b[j1:j2]]


def _lines_of_context(start, stop):
    """Lines by the numbers of the first and the last."""
    return f'{start + 1},{stop}' if stop - start > 1 else str(stop)


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    _check_text(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    signs = {'insert': '+', 'delete': '-', 'replace': '!', 'equal': ' '}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield _header('***', fromfile, fromfiledate, lineterm)
            yield _header('---', tofile, tofiledate, lineterm)
        tags = {code[0] for code in group}
        yield '***************' + lineterm
        yield f'*** {_lines_of_context(group[0][1], group[-1][2])} ****{lineterm}'
        if tags & {'replace', 'delete'}:
            for tag, i1, i2, _, _ in group:
                yield from _marked(signs[tag], a[i1:i2])
        yield f'--- {_lines_of_context(group[0][3], group[-1][4])} ----{lineterm}'
        if tags & {'replace', 'insert'}:
            for tag, _, _, j1, j2 in group:
                yield from _marked(signs[tag], b[j1:j2])
