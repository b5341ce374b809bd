"""multiprocessing on the virtual clock: processes are workers with a processor of their own.

They are lanes beside the main program; _processes tells what they share with it.
"""

import sys
import threading
import traceback
from concurrent.futures import _RemoteTraceback, ALL_COMPLETED, ProcessPoolExecutor, wait

import _process_channels
import _processes
import _workers
from _process_channels import JoinableQueue, Pipe, Queue, SimpleQueue
from _process_values import Array, RawArray, RawValue, Value

__all__ = ["Process", "ProcessError", "AuthenticationError", "BufferTooShort", "Pipe", "RawValue", "RawArray",
           "Pool", "Queue", "SimpleQueue", "JoinableQueue", "Lock", "RLock", "Event", "Semaphore",
           "BoundedSemaphore", "Condition", "Barrier", "Value", "Array", "cpu_count", "current_process",
           "active_children", "freeze_support", "set_start_method", "get_start_method", "get_context",
           "TimeoutError"]


class ProcessError(Exception):
    __module__ = "multiprocessing.context"


class BufferTooShort(ProcessError):
    __module__ = "multiprocessing.context"


class TimeoutError(ProcessError):
    __module__ = "multiprocessing.context"


class AuthenticationError(ProcessError):
    __module__ = "multiprocessing.context"


Lock, RLock, Event = threading.Lock, threading.RLock, threading.Event
Semaphore, BoundedSemaphore = threading.Semaphore, threading.BoundedSemaphore
Condition, Barrier = threading.Condition, threading.Barrier


def _exitcode_text(exitcode):
    return {-15: "-SIGTERM", -9: "-SIGKILL"}.get(exitcode, exitcode or 0)


class Process(threading.Thread):
    _kind = _workers.PROCESS
    _goes_first = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        self._number = _processes.number()
        self._identity = (self._number,)
        self.parent_pid = getattr(_processes.running(), "pid", _processes.MAIN_PID)
        super().__init__(group, target, name or f"Process-{self._number}", args, kwargs, daemon=bool(daemon))
        self._exitcode = None
        self._closed = False

    def start(self):
        self._check_closed()
        if self._worker is not None:
            raise AssertionError("cannot start a process twice")
        self._forked()
        self._process = self
        _process_channels.forked(self)
        super().start()

    def _forked(self):
        """What runs is the child's copy of the process, of its target and its arguments."""
        child = _processes.Child()
        if type(self).run is Process.run:
            if self._target is not None:
                self._target = child.function(child.copied(self._target))
            self._args, self._kwargs = child.copied((tuple(self._args), self._kwargs))
        else:
            twin = object.__new__(type(self))
            for name, value in self.__dict__.items():
                twin.__dict__[name] = child.copied(value)
            self.run = child.function(twin.run)

    def run(self):
        super().run()

    def _bootstrap(self):
        called = getattr(self._target, "__qualname__", None) or type(self).__name__
        _workers.begin_call(called, self._worker_task)
        self._exitcode = 0
        super()._bootstrap()
        _process_channels.ended(self)

    def _exit(self, status):
        self._exitcode = 0 if status is None else status if isinstance(status, int) else 1

    def _leave(self, status):
        """os._exit(status): it ends where it stands."""
        self._exitcode = status & 0xFF
        self._kill()
        _workers.let_go()

    def _report(self, error):
        print(f"Process {self.name}:", file=sys.stderr)
        traceback.print_exception(error)

    @property
    def exitcode(self):
        self._check_closed()
        return self._exitcode if self._ended else None

    @property
    def pid(self):
        self._check_closed()
        return None if self._worker is None else _processes.MAIN_PID + self._number

    def is_alive(self):
        self._check_closed()
        return super().is_alive()

    def join(self, timeout=None):
        self._check_closed()
        if self._worker is None:
            raise AssertionError("can only join a started process")
        super().join(timeout)

    def terminate(self):
        self._signalled("terminate", -15)

    def kill(self):
        self._signalled("kill", -9)

    def _signalled(self, method, exitcode):
        self._check_closed()
        if self._worker is None:
            raise AttributeError(f"'NoneType' object has no attribute {method!r}")
        if self.is_alive():
            self._exitcode = exitcode
            self._kill()

    def _reaped(self):
        super()._reaped()
        _process_channels.ended(self)

    def close(self):
        if threading.Thread.is_alive(self):
            raise ValueError("Cannot close a process while it is still running. You should first call join() "
                             "or terminate().")
        self._closed = True

    def _check_closed(self):
        if self._closed:
            raise ValueError("process object is closed")

    def __repr__(self):
        status = "closed" if self._closed else "initial" if self._worker is None else \
            "started" if not self._ended else f"stopped exitcode={_exitcode_text(self._exitcode)}"
        if self._daemonic:
            status += " daemon"
        pid = f" pid={_processes.MAIN_PID + self._number}" if self._worker is not None else ""
        return f"<{type(self).__name__} name={self.name!r}{pid} parent={self.parent_pid} {status}>"


class _MainProcess:
    name = "MainProcess"
    pid = ident = _processes.MAIN_PID
    _identity = ()
    daemon = False

    def is_alive(self):
        return True

    def __repr__(self):
        return "<_MainProcess name='MainProcess' parent=None started>"


_main = _MainProcess()


def current_process():
    return _processes.running() or _main


def parent_process():
    return None if current_process() is _main else _main


def active_children():
    return [t for t in threading.enumerate() if isinstance(t, Process)]


class AsyncResult:
    def __init__(self, futures, gathered, callback, error_callback):
        self._futures, self._gathered = futures, gathered
        if callback or error_callback:
            left = [len(futures)]

            def one_done(future):
                left[0] -= 1
                if left[0] == 0:
                    if self.successful():
                        callback and callback(self.get())
                    elif error_callback:
                        error_callback(next(f.exception() for f in futures if f.exception()))

            for future in futures:
                future.add_done_callback(one_done)

    def wait(self, timeout=None):
        wait(self._futures, timeout, ALL_COMPLETED)

    def ready(self):
        return all(f.done() for f in self._futures)

    def successful(self):
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return all(f.exception() is None for f in self._futures)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        results = [f.result() for f in self._futures]
        return [each for chunk in results for each in chunk] if self._gathered else results[0]


def _one(func, item):
    return func(item)


def _several(func, items):
    return func(*items)


def _chunk(how, func, items):
    return [how(func, item) for item in items]


class RemoteTraceback(_RemoteTraceback):
    __module__ = "multiprocessing.pool"


class Pool:
    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        if processes is not None and processes < 1:
            raise ValueError("Number of processes must be at least 1")
        self._processes = processes or cpu_count()
        self._executor = ProcessPoolExecutor(processes, initializer=initializer, initargs=initargs)
        self._executor._remote_traceback = RemoteTraceback
        self._executor._fork("ForkPoolWorker", True)

    def _submit(self, calls, gathered=True, callback=None, error_callback=None, kwds={}):
        if self._executor._shutdown:
            raise ValueError("Pool not running")
        futures = [self._executor.submit(*call, **kwds) for call in calls]
        return AsyncResult(futures, gathered, callback, error_callback)

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        return self._submit([(func, *args)], False, callback, error_callback, kwds)

    def _in_chunks(self, how, func, items, chunksize, callback=None, error_callback=None):
        """Items go to the processes in chunks, as many as there are four for each of them."""
        items = list(items)
        if chunksize is None:
            chunksize, extra = divmod(len(items), self._processes * 4)
            chunksize += bool(extra)
        chunks = [items[at:at + chunksize] for at in range(0, len(items), chunksize or 1)]
        calls = [(_chunk, how, func, chunk) for chunk in chunks]
        return self._submit(calls, True, callback, error_callback)

    def map(self, func, iterable, chunksize=None):
        return self.map_async(func, iterable, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._in_chunks(_one, func, iterable, chunksize, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        return self.starmap_async(func, iterable, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._in_chunks(_several, func, iterable, chunksize, callback, error_callback)

    def imap(self, func, iterable, chunksize=1):
        return self._executor.map(func, iterable)

    def imap_unordered(self, func, iterable, chunksize=1):
        from concurrent.futures import as_completed
        futures = [self._executor.submit(func, item) for item in iterable]
        return (future.result() for future in as_completed(futures))

    def close(self):
        self._executor.shutdown(wait=False)

    def terminate(self):
        self._executor.shutdown(wait=False, cancel_futures=True)
        for process in self._executor._threads:
            process._kill()

    def join(self):
        if not self._executor._shutdown:
            raise ValueError("Pool is still running")
        self._executor.shutdown(wait=True)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.terminate()


def cpu_count():
    return 4


def freeze_support():
    pass


def set_start_method(method, force=False):
    pass


def get_start_method(allow_none=False):
    return "fork"


def get_context(method=None):
    import multiprocessing
    return multiprocessing
