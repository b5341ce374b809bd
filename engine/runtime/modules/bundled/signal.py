# Signals. None ever comes to a scenario from outside: it raises them itself.
import sys as _sys
from enum import IntEnum as _IntEnum
from operator import index as _index

import _signal

Signals = _IntEnum('Signals', [
    ('SIGHUP', 1), ('SIGINT', 2), ('SIGQUIT', 3), ('SIGILL', 4), ('SIGTRAP', 5), ('SIGABRT', 6), ('SIGBUS', 7),
    ('SIGFPE', 8), ('SIGKILL', 9), ('SIGUSR1', 10), ('SIGSEGV', 11), ('SIGUSR2', 12), ('SIGPIPE', 13),
    ('SIGALRM', 14), ('SIGTERM', 15), ('SIGSTKFLT', 16), ('SIGCHLD', 17), ('SIGCONT', 18), ('SIGSTOP', 19),
    ('SIGTSTP', 20), ('SIGTTIN', 21), ('SIGTTOU', 22), ('SIGURG', 23), ('SIGXCPU', 24), ('SIGXFSZ', 25),
    ('SIGVTALRM', 26), ('SIGPROF', 27), ('SIGWINCH', 28), ('SIGIO', 29), ('SIGPWR', 30), ('SIGSYS', 31),
    ('SIGRTMIN', 34), ('SIGRTMAX', 64)], module='signal')
Handlers = _IntEnum('Handlers', [('SIG_DFL', 0), ('SIG_IGN', 1)], module='signal')
globals().update(Signals.__members__)
globals().update(Handlers.__members__)
SIGIOT, SIGCLD, SIGPOLL = SIGABRT, SIGCHLD, SIGIO

_names = {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 6: 'Aborted', 9: 'Killed', 11: 'Segmentation fault',
          13: 'Broken pipe', 14: 'Alarm clock', 15: 'Terminated'}
_handlers = _signal.handlers  # but for those that are as at the beginning


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


def _c_int(value):
    number = _index(value)
    if not -2**31 <= number < 2**31:
        raise OverflowError('Python int too large to convert to C int')
    return number


def _number(signalnum):
    number = _c_int(signalnum)
    if not 0 < number < 65:
        raise ValueError('signal number out of range')
    return number


def getsignal(signalnum):
    number = _number(signalnum)
    return _handlers.get(number, default_int_handler if number == SIGINT else SIG_DFL)


def signal(signalnum, handler):
    number = _c_int(signalnum)
    old = getsignal(number)
    if not _signal.may_set():
        raise ValueError('signal only works in main thread of the main interpreter')
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    if number in (SIGKILL, SIGSTOP):
        raise OSError(22, 'Invalid argument')
    _handlers.pop(number, None)
    if getsignal(number) is not handler:
        _handlers[number] = handler
    return old


def raise_signal(*args, **keywords):
    if keywords:
        raise TypeError('_signal.raise_signal() takes no keyword arguments')
    if len(args) != 1:
        raise TypeError(f'_signal.raise_signal() takes exactly one argument ({len(args)} given)')
    number = _c_int(args[0])
    if not 0 <= number < 65:
        raise OSError(22, 'Invalid argument')
    handler = getsignal(number) if number else SIG_IGN  # 0 is none: it only asks whether one could be sent
    if callable(handler):
        if _signal.may_set():
            handler(number, _sys._getframe(1))
        else:
            _signal.defer(number)
    elif handler == SIG_DFL and number not in (SIGCHLD, SIGCONT, SIGURG, SIGWINCH):
        raise NotImplementedError(f'signal {number} would end the program here: '
                                  'Coroscope does not support that')


def _handle(number):
    """The main thread handles what another one has raised."""
    handler = getsignal(number)
    if callable(handler):
        handler(number, _sys._getframe(1))


def strsignal(signalnum, /):
    return _names.get(_number(signalnum))


def valid_signals():
    return set(Signals)
