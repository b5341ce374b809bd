import os
import os.path
from os import environ, path


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


for parts in [('a', 'b', 'c.txt'), ('a/', 'b'), ('a', '/b'), ('', 'x'), ('a', ''), ('a', '..', 'b'), ('/', 'etc')]:
    print(os.path.join(*parts), end=' ')
print()
for name in ['/a/b/c.txt', 'c.tar.gz', '.hidden', 'a/.b', '/a/b/', 'x.', '', '/', '//', 'a//b', '...', 'a.b/c']:
    print(path.basename(name), path.dirname(name), path.split(name), path.splitext(name), path.isabs(name))
for name in ['a/./b/../c', '/../a', '../..', '', '.', '//a', '///a', 'a//b/', '/a/b/../../..']:
    print(path.normpath(name), end=' ')
print(path.commonprefix(['/usr/lib', '/usr/local']), repr(path.commonprefix([])), path.relpath('/a/b/c', '/a/d'))
for paths in (['/usr/lib/a', '/usr/lib/b'], ['a/./b', 'a//b/c'], ['/'], ['x', 'y'], [], ['/a', 'a']):
    try:
        print(repr(path.commonpath(paths)))
    except ValueError as error:
        print(error)
attempt(path.join, 'a', 5)
attempt(path.basename, 5)
print(os.cpu_count() > 0, os.getpid() == os.getpid(), isinstance(os.getpid(), int), os.sep, os.linesep == '\n', os.name, os.curdir)
print(os.environ.get('COROSCOPE_NO_SUCH_THING'), os.getenv('COROSCOPE_NO_SUCH_THING', 'default'), 'COROSCOPE_NO_SUCH_THING' in environ)
os.environ['COROSCOPE_MODE'] = 'test'
print(environ['COROSCOPE_MODE'], os.getenv('COROSCOPE_MODE'), environ.setdefault('COROSCOPE_MODE', 'x'), environ.pop('COROSCOPE_MODE'))
attempt(lambda: environ['COROSCOPE_NO_SUCH_THING'])
attempt(environ.__setitem__, 'a', 5)
print(os.path.exists('/no/such/file'), len(os.urandom(8)), os.fspath('x'))
