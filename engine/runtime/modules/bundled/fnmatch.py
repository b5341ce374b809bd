# Patterns of the shell for names (https://docs.python.org/3.11/library/fnmatch.html).
import functools
import os
import re

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']


def fnmatch(name, pat):
    return fnmatchcase(os.fspath(name), os.fspath(pat))


def fnmatchcase(name, pat):
    return _matcher(pat)(name) is not None


def filter(names, pat):
    match = _matcher(os.fspath(pat))
    return [name for name in names if match(name)]


@functools.lru_cache(maxsize=32768, typed=True)
def _matcher(pat):
    if isinstance(pat, bytes):
        return re.compile(translate(pat.decode('latin-1')).encode('latin-1')).match
    return re.compile(translate(pat)).match


def translate(pat):
    """The pattern as a regular expression. What stands between two stars is looked for once, without going back:
    the first place where it fits leaves the most room for the rest."""
    between = ['']  # what stands before, between and after the stars
    at = 0
    while at < len(pat):
        c = pat[at]
        at += 1
        if c == '*':
            if between[-1] or len(between) == 1:
                between.append('')
        elif c == '?':
            between[-1] += '.'
        elif c == '[' and (end := _set_end(pat, at)) > 0:
            between[-1] += _set(pat[at:end])
            at = end + 1
        else:
            between[-1] += re.escape(c)
    first, *middle = between
    last = '.*' + middle.pop() if middle else ''
    return '(?s:' + first + ''.join([f'(?>.*?{each})' for each in middle]) + last + r')\Z'


def _set_end(pat, begin):
    """Where the bracket is that closes a set; one that comes first is of the set."""
    at = begin
    if pat[at:at + 1] == '!':
        at += 1
    if pat[at:at + 1] == ']':
        at += 1
    return pat.find(']', at)


def _set(text):
    refused = text.startswith('!')
    parts = _range_ends(text)
    if len(parts) == 1 and '-' not in text:
        inside = text.replace('\\', '\\\\')
    else:
        inside = '-'.join([part.replace('\\', '\\\\').replace('-', r'\-') for part in parts])
    for c in '&~|':
        inside = inside.replace(c, '\\' + c)
    if not inside:
        return '(?!)'
    if inside == '!':
        return '.'
    if refused and inside[0] == '!':
        return '[^' + inside[1:] + ']'
    return '[' + ('\\' if inside[0] in '^[' else '') + inside + ']'


def _range_ends(text):
    """A set cut at the hyphens of its ranges: each range is from the end of a part to the beginning of the next.
    Ranges that hold nothing are left out."""
    parts = []
    begin, at = 0, 2 if text.startswith('!') else 1
    while (at := text.find('-', at)) >= 0:
        parts.append(text[begin:at])
        begin = at + 1
        at += 3
    if begin < len(text) or not parts:
        parts.append(text[begin:])
    else:
        parts[-1] += '-'
    for i in range(len(parts) - 1, 0, -1):
        if parts[i - 1][-1] > parts[i][0]:
            parts[i - 1:i + 1] = [parts[i - 1][:-1] + parts[i][1:]]
    return parts
