"""_thread (Modules/_threadmodule.c): threads without an object, of which nobody waits for the end."""

import sys as _sys
import threading as _threading
from threading import TIMEOUT_MAX, Lock, RLock, get_ident, get_native_id, stack_size

import _workers

__all__ = ["LockType", "RLock", "TIMEOUT_MAX", "allocate", "allocate_lock", "error", "exit", "exit_thread",
           "get_ident", "get_native_id", "interrupt_main", "stack_size", "start_new", "start_new_thread"]

LockType = allocate_lock = allocate = Lock
error = RuntimeError


def start_new_thread(function, args, kwargs={}, /):
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    name = getattr(function, "__qualname__", type(function).__name__)
    task = _workers.task()

    def body():
        raised = False
        _workers.begin_call(name, task)
        try:
            function(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException as error:
            raised = True
            _report(function, error)
        finally:
            _workers.end_call(raised)
            _threading._threads.pop(get_ident(), None)

    return _threading._ident_of(_workers.start(body, name, _workers.THREAD, True))


start_new = start_new_thread


def _report(function, error):
    import traceback
    print(f"Exception ignored in thread started by: {function!r}", file=_sys.stderr)
    traceback.print_exception(error, file=_sys.stderr)


def exit():
    raise SystemExit


exit_thread = exit


def interrupt_main(signum=2, /):
    import signal
    signal.raise_signal(signum)
