# os, without files, processes and an outside world: what a scenario may ask about its place.
import sys as _sys
from operator import index as _index
from collections.abc import MutableMapping as _MutableMapping
import os.path as path

__all__ = ['altsep', 'curdir', 'pardir', 'sep', 'pathsep', 'linesep', 'defpath', 'name', 'path', 'devnull', 'extsep',
           '_exit', 'F_OK', 'R_OK', 'W_OK', 'X_OK', 'abort', 'access', 'chdir', 'chmod', 'close', 'cpu_count', 'dup',
           'environ', 'error', 'execv', 'fork', 'fspath', 'get_terminal_size', 'getcwd', 'getlogin', 'getpid',
           'getppid', 'kill', 'link', 'listdir', 'lseek', 'lstat', 'mkdir', 'open', 'pipe', 'putenv', 'read',
           'readlink', 'remove', 'rename', 'replace', 'rmdir', 'scandir', 'stat', 'strerror', 'symlink', 'system',
           'terminal_size', 'unlink', 'unsetenv', 'urandom', 'utime', 'waitpid', 'write', 'makedirs', 'removedirs',
           'walk', 'getenv', 'spawnv', 'popen']

name = 'posix'
curdir, pardir, sep, altsep, extsep, pathsep, linesep, defpath, devnull = (
    '.', '..', '/', None, '.', ':', '\n', '/bin:/usr/bin', '/dev/null')
error = OSError
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1


class PathLike:
    """What has a __fspath__."""

    @classmethod
    def __class_getitem__(cls, item):
        return cls


class _Environ(_MutableMapping):
    """os.environ: empty at the start, and the scenario's own."""

    def __init__(self):
        self._data = {}

    def _check(self, value):
        if not isinstance(value, str):
            raise TypeError(f'str expected, not {type(value).__name__}')
        return value

    def __getitem__(self, key):
        if self._check(key) not in self._data:
            raise KeyError(key)
        return self._data[key]

    def __setitem__(self, key, value):
        self._data[self._check(key)] = self._check(value)

    def __delitem__(self, key):
        if self._check(key) not in self._data:
            raise KeyError(key)
        del self._data[key]

    def __iter__(self):
        yield from list(self._data)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return f'environ({{{", ".join(f"{key!r}: {value!r}" for key, value in self._data.items())}}})'

    def copy(self):
        return dict(self)


environ = _Environ()


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value, /):
    environ[key] = value


def unsetenv(key, /):
    environ.pop(key, None)


def _process():
    """The one that runs, if it is not the first."""
    processes = _sys.modules.get('_processes')
    return processes and processes.running()


def getpid():
    process = _process()
    return process.pid if process else 1000


def getppid():
    process = _process()
    return process.parent_pid if process else 1


def kill(pid, sig, /):
    if pid != getpid():
        raise NotImplementedError('os.kill of another process is not supported by Coroscope')
    if sig != 0:
        import signal
        signal.raise_signal(sig)


def cpu_count():
    return 4


def getcwd():
    return '/'


def getlogin():
    return 'scenario'


def urandom(size, /):
    import random
    return random.randbytes(size)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), '__fspath__', None)
    if method is None:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')
    return method(path)


def strerror(code, /):
    return {1: 'Operation not permitted', 2: 'No such file or directory', 13: 'Permission denied',
            17: 'File exists', 32: 'Broken pipe', 110: 'Connection timed out',
            111: 'Connection refused'}.get(code, f'Unknown error {code}')


def _exit(status):
    status = _index(status)
    process = _process()
    die = getattr(process, '_die', None)
    if die is not None:
        die()
        raise SystemExit(status)
    if process:
        process._leave(status)
    import _workers
    _workers.exit(status)


def get_terminal_size(fd=1, /):
    return terminal_size((80, 24))


class terminal_size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f'os.terminal_size(columns={self[0]}, lines={self[1]})'


def _refuse(name):
    def refused(*args, **kwargs):
        raise NotImplementedError(f'os.{name} is not supported by Coroscope: a scenario has no files and processes')
    refused.__name__ = refused.__qualname__ = name
    return refused


# The names that are refused before a program starts where its text shows that it uses them.
__refused__ = ('abort', 'access', 'chdir', 'chmod', 'close', 'dup', 'execv', 'fork', 'link', 'listdir', 'lseek',
               'lstat', 'makedirs', 'mkdir', 'open', 'pipe', 'popen', 'read', 'readlink', 'remove', 'removedirs',
               'rename', 'replace', 'rmdir', 'scandir', 'spawnv', 'stat', 'symlink', 'system', 'unlink', 'utime',
               'waitpid', 'walk', 'write')
for _name in __refused__:
    globals()[_name] = _refuse(_name)
