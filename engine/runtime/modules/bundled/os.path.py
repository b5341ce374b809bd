# os.path on Linux, as far as it is about names.
import os as _os

curdir, pardir, sep, altsep, extsep, pathsep, devnull = '.', '..', '/', None, '.', ':', '/dev/null'
supports_unicode_filenames = False


def _text(path):
    return _os.fspath(path)


def normcase(s):
    return _text(s)


def isabs(s):
    return _text(s).startswith('/')


def join(a, *p):
    path = _text(a)
    try:
        for part in map(_text, p):
            if part.startswith('/'):
                path = part
            elif not path or path.endswith('/'):
                path += part
            else:
                path += '/' + part
    except (TypeError, AttributeError):
        for part in (a, *p):
            if not isinstance(part, (str, bytes)) and not hasattr(part, '__fspath__'):
                raise TypeError('join() argument must be str, bytes, or os.PathLike object, '
                                f'not {type(part).__name__!r}') from None
        raise
    return path


def split(p):
    path = _text(p)
    at = path.rfind('/') + 1
    head, tail = path[:at], path[at:]
    if head.strip('/'):
        head = head.rstrip('/')
    return head, tail


def splitext(p):
    path = _text(p)
    begin = path.rfind('/') + 1
    dot = path.rfind('.')
    # Dots that begin a name begin no extension.
    if dot > begin and path[begin:dot].strip('.'):
        return path[:dot], path[dot:]
    return path, ''


def splitdrive(p):
    return '', _text(p)


def basename(p):
    path = _text(p)
    return path[path.rfind('/') + 1:]


def dirname(p):
    return split(p)[0]


def commonprefix(m):
    if not m:
        return ''
    first, last = min(m), max(m)
    for i, letter in enumerate(first):
        if letter != last[i]:
            return first[:i]
    return first


def commonpath(paths):
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    paths = list(map(_text, paths))
    if isinstance(paths[0], bytes):
        if not all(isinstance(path, bytes) for path in paths):
            raise TypeError("Can't mix strings and bytes in path components")
        return commonpath([path.decode('latin-1') for path in paths]).encode('latin-1')
    if not all(isinstance(path, str) for path in paths):
        raise TypeError("Can't mix strings and bytes in path components")
    root = '/' if paths[0].startswith('/') else ''
    if any(path.startswith('/') != bool(root) for path in paths):
        raise ValueError("Can't mix absolute and relative paths")
    return root + '/'.join(commonprefix([[part for part in path.split('/') if part not in ('', '.')]
                                         for path in paths]))


def normpath(path):
    path = _text(path)
    if not path:
        return '.'
    root = '//' if path.startswith('//') and not path.startswith('///') else '/' if path.startswith('/') else ''
    kept = []
    for part in path.split('/'):
        if part in ('', '.'):
            continue
        if part != '..' or not root and not kept or kept and kept[-1] == '..':
            kept.append(part)
        elif kept:
            kept.pop()
    return root + '/'.join(kept) or '.'


def abspath(path):
    return normpath(join('/', path))


realpath = abspath


def relpath(path, start='.'):
    if not path:
        raise ValueError('no path specified')
    origin = [part for part in abspath(start).split('/') if part]
    target = [part for part in abspath(path).split('/') if part]
    same = len(commonprefix([origin, target]))
    return '/'.join(['..'] * (len(origin) - same) + target[same:]) or '.'


def expanduser(path):
    return _text(path)


def expandvars(path):
    return _text(path)


def exists(path):
    """A scenario has no files."""
    return False


isfile = isdir = islink = lexists = ismount = exists
