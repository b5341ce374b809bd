"""threading on the virtual clock (Lib/threading.py).

Only one thread runs at a time, and another one goes on only where this one waits:
what is written here needs no locks of its own. Threads that wait for the same thing
are served in the order in which they came, and try again when their turn comes.
"""

import sys as _sys

import _workers

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread",
           "TIMEOUT_MAX", "Event", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread",
           "Barrier", "BrokenBarrierError", "Timer", "ThreadError", "ExceptHookArgs", "excepthook",
           "get_native_id", "local", "settrace", "setprofile", "stack_size"]

_current = _workers.current

TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError
_MAIN_IDENT = 140000000000000


def _limit(blocking, timeout):
    """What acquire(blocking, timeout) asks for, as Waiters.wait takes it."""
    if not blocking:
        if timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        return None
    if timeout == -1:
        return None
    if timeout < 0:
        raise ValueError("timeout value must be a non-negative number")
    return timeout


class _Deadline:
    """What is left of a limit of time, from wait to wait."""

    def __init__(self, timeout):
        self._end = None if timeout is None else _workers.now() + timeout

    def left(self):
        return None if self._end is None else max(self._end - _workers.now(), 0)


class Lock:
    def __init__(self):
        self._held = False
        self._behind = None  # the worker that took it last
        self._waiters = _workers.Waiters()

    def acquire(self, blocking=True, timeout=-1):
        limit = _limit(blocking, timeout)
        if not self._held:
            self._held = True
            self._behind = _current()
            return True
        if not blocking:
            return False
        deadline = _Deadline(limit)
        while self._held:
            if not self._waiters.wait(deadline.left(), "a lock| that {} holds", self) and self._held:
                return False
        self._held = True
        self._behind = _current()
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False
        self._waiters.notify()

    def locked(self):
        return self._held

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, error, traceback):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._held else 'unlocked'} _thread.lock object at {id(self):#x}>"


class _RLock:
    def __init__(self):
        self._lock = Lock()
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        if self._owner == me:
            self._count += 1
            return True
        taken = self._lock.acquire(blocking, timeout)
        if taken:
            self._owner = me
            self._count = 1
        return taken

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if self._count == 0:
            self._owner = None
            self._lock.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, error, traceback):
        self.release()

    def __repr__(self):
        held = "locked" if self._count else "unlocked"
        return (f"<{held} _thread.RLock object owner={self._owner or 0} count={self._count}"
                f" at {id(self):#x}>")

    def _let_go(self):
        count, self._count, self._owner = self._count, 0, None
        self._lock.release()
        return count

    def _take_again(self, count):
        self._lock.acquire()
        self._owner, self._count = get_ident(), count

    def _is_owned(self):
        return self._owner == get_ident()


def RLock():
    return _RLock()


def _warn_of_old(name, what_to_do):
    import warnings
    warnings.warn(f"{name}() is deprecated, {what_to_do} instead", DeprecationWarning, stacklevel=3)


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self._waiters = _workers.Waiters()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _owned(self):
        if isinstance(self._lock, _RLock):
            return self._lock._is_owned()
        return self._lock.locked()

    def wait(self, timeout=None):
        return self._wait(timeout, "a condition to be notified")

    def _wait(self, timeout, what):
        if not self._owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        nested = isinstance(self._lock, _RLock)
        count = self._lock._let_go() if nested else self._lock.release()
        try:
            if timeout is not None and timeout <= 0:
                return False
            return self._waiters.wait(timeout, what)
        finally:
            if nested:
                self._lock._take_again(count)
            else:
                self._lock.acquire()

    def wait_for(self, predicate, timeout=None):
        deadline = _Deadline(timeout)
        result = predicate()
        while not result:
            left = deadline.left()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._waiters.notify(n)

    def notify_all(self):
        self.notify(len(self._waiters))

    def notifyAll(self):
        _warn_of_old("notifyAll", "use notify_all()")
        self.notify_all()


def _shown(synchronizer, state):
    kind = type(synchronizer)
    return f"<{kind.__module__}.{kind.__qualname__} at {id(synchronizer):#x}: {state}>"


class Event:
    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        return _shown(self, "set" if self._flag else "unset")

    def is_set(self):
        return self._flag

    def isSet(self):
        _warn_of_old("isSet", "use is_set()")
        return self.is_set()

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            signaled = self._flag
            if not signaled:
                signaled = self._cond._wait(timeout, "an event to be set")
            return signaled


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        return _shown(self, f"value={self._value}")

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            deadline = _Deadline(timeout)
            while self._value == 0:
                left = deadline.left()
                if not blocking or (left is not None and left <= 0):
                    return False
                self._cond._wait(left, "a semaphore")
            self._value -= 1
            return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            for _ in range(n):
                self._cond.notify()

    def __exit__(self, kind, error, traceback):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return _shown(self, f"value={self._value}/{self._initial_value}")

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        super().release(n)


_IN_PROCESS = (_workers.THREAD, _workers.POOL_THREAD)  # kinds of threads that are no processes
_main_thread = None
_threads = {}
_made = 0


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        global _made
        if name is None:
            _made += 1
            name = f"Thread-{_made}"
            target_name = getattr(target, "__name__", None)
            if target_name is not None:
                name += f" ({target_name})"
        self._target = target
        self._name = str(name)
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._worker = None
        self._ended = False
        self._done = _workers.Waiters()
        self._initialized = True

    _initialized = False  # a subclass may have forgotten to call __init__
    _kind = _workers.THREAD
    _goes_first = True  # start() waits until the new thread has begun, and that goes on at once

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._worker is not None:
            raise RuntimeError("threads can only be started once")
        self._worker = _workers.start(self._bootstrap, self._name, self._kind, self._daemonic)
        self._worker_task = _workers.task()
        if self._kind in _IN_PROCESS:
            self._main_of_process = main_thread()
        else:
            self._main_of_process = _MainThread(getattr(self, "_process", None))
        _threads[self.ident] = self
        if self._goes_first:
            _workers.let_go()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        raised = False
        if self._kind == _workers.THREAD:
            called = getattr(self._target, "__qualname__", None) or type(self).__name__
            _workers.begin_call(called, self._worker_task)
        try:
            self.run()
        except SystemExit as error:
            self._exit(error.code)
        except BaseException as error:
            raised = True
            self._exit(1)
            self._report(error)
        finally:
            _workers.end_call(raised)
            self._ended = True
            _threads.pop(self.ident, None)
            self._done.notify(len(self._done))

    def _report(self, error):
        try:
            excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        except Exception as failed:
            failed.__suppress_context__ = True
            print("Exception in threading.excepthook:", file=_sys.stderr)
            _sys.excepthook(type(failed), failed, failed.__traceback__)

    def _exit(self, status):
        """How it ended matters to processes only."""

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._worker is None:
            raise RuntimeError("cannot join thread before it is started")
        if self is _own_thread():
            raise RuntimeError("cannot join current thread")
        deadline = _Deadline(None if timeout is None else max(timeout, 0))
        while not self._ended:
            if not self._done.wait(deadline.left(), f"the end of {self._name}", self._worker):
                return

    def _kill(self):
        """Ends a process where it stands, with all its threads; once their turns have come, those
        who join it hear of it."""
        if self.is_alive():
            killed = [thread for thread in list(_threads.values())
                      if thread._worker is not None and thread._main_of_process is self._main_of_process]
            for thread in killed:
                _workers.kill(thread._worker)
            _workers.start(lambda: [thread._reaped() for thread in killed], self._name, _workers.THREAD, True)

    def _reaped(self):
        if not self._ended:
            self._ended = True
            _threads.pop(self.ident, None)
            self._done.notify(len(self._done))

    def is_alive(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._worker is not None and not self._ended

    @property
    def name(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)
        if self._worker is not None:
            self._worker.name = self._name

    @property
    def ident(self):
        assert self._initialized, "Thread.__init__() not called"
        return None if self._worker is None else _ident_of(self._worker)

    native_id = _ident = _native_id = ident
    _is_stopped = property(lambda self: self._ended)

    @property
    def daemon(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._worker is not None:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        _warn_of_old("isDaemon", "get the daemon attribute")
        return self.daemon

    def setDaemon(self, daemonic):
        _warn_of_old("setDaemon", "set the daemon attribute")
        self.daemon = daemonic

    def getName(self):
        _warn_of_old("getName", "get the name attribute")
        return self.name

    def setName(self, name):
        _warn_of_old("setName", "set the name attribute")
        self.name = name

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = "initial"
        if self._worker is not None:
            status = "stopped" if self._ended else "started"
        if self._daemonic:
            status += " daemon"
        if self.ident is not None:
            status += f" {self.ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"


class _MainThread(Thread):
    def __init__(self, process=None):
        self._process = process  # that it is the main thread of; None: of the first one
        self._main_of_process = self
        self._name = "MainThread"
        self._daemonic = False
        self._ended = False
        self._worker = None

    _initialized = True
    ident = native_id = _MAIN_IDENT

    def is_alive(self):
        return True

    def join(self, timeout=None):
        raise RuntimeError("cannot join current thread")

    def __repr__(self):
        return f"<_MainThread({self._name}, started {self.ident})>"


class ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args):
    import traceback
    if args.exc_type is SystemExit:
        return
    print(f"Exception in thread {args.thread.name}:", file=_sys.stderr)
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback, file=_sys.stderr)


__excepthook__ = excepthook


def _ident_of(worker):
    return _MAIN_IDENT if worker is None else _MAIN_IDENT + worker.number * 4096


def get_ident():
    return _ident_of(_workers.current())


get_native_id = get_ident


def _own_thread():
    """The thread that runs; of a process not its main thread, but the one that stands for it here."""
    return _threads.get(get_ident(), _main_thread)


def current_thread():
    own = _own_thread()
    if own is _main_thread and _current() is not None:
        return _DummyThread()
    return own if own._kind in _IN_PROCESS else own._main_of_process


def currentThread():
    _warn_of_old("currentThread", "use current_thread()")
    return current_thread()


def main_thread():
    return _own_thread()._main_of_process


def active_count():
    return len(_threads)


def activeCount():
    _warn_of_old("activeCount", "use active_count()")
    return active_count()


def enumerate():
    return list(_threads.values())


def settrace(function):
    pass


def setprofile(function):
    pass


def stack_size(size=0):
    return 0


_at_exit = []


def _register_atexit(function, *args):
    _at_exit.append((function, args))


def _shutdown():
    for function, args in reversed(_at_exit):
        function(*args)
    while True:
        left = [t for t in _threads.values() if t is not _main_thread and not t.daemon]
        if not left:
            return
        for thread in left:
            thread.join()


_main_thread = _MainThread()
_threads[_MAIN_IDENT] = _main_thread

# At the end: they are made of what is above.
from _thread_barrier import Barrier, BrokenBarrierError
from _thread_dummy import _DummyThread
from _thread_local import local
from _thread_timer import Timer
