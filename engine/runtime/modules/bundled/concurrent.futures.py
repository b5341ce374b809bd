"""concurrent.futures on the virtual clock (Lib/concurrent/futures).

See threading for how threads take turns. A process is a worker that does not share
the interpreter's lock: its code takes nobody else's time.
"""

import threading
from collections import namedtuple

import _processes
import _workers
from _crews import Crew, CrewOfProcesses, PoolProcess, PoolThread, WorkQueue
from _weakref import ref

__all__ = ["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError",
           "BrokenExecutor", "Future", "Executor", "wait", "as_completed",
           "ProcessPoolExecutor", "ThreadPoolExecutor"]

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

TimeoutError = TimeoutError


class Error(Exception):
    __module__ = "concurrent.futures._base"


class CancelledError(Error):
    __module__ = "concurrent.futures._base"


class InvalidStateError(Error):
    __module__ = "concurrent.futures._base"


class BrokenExecutor(RuntimeError):
    __module__ = "concurrent.futures._base"


# A cancelled call counts as over for wait() and as_completed() only once a worker has come
# upon it, who sets it "CANCELLED_AND_NOTIFIED".
_DONE = ("CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED")
_OVER = ("CANCELLED_AND_NOTIFIED", "FINISHED")


class Future:
    __module__ = "concurrent.futures._base"

    def __init__(self):
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._callbacks = []
        self._watchers = []
        self._condition = _workers.Waiters()
        self._awaited_as = "a call in a thread|: {}"

    def __repr__(self):
        state = "cancelled" if self.cancelled() else self._state.lower()
        where = f"<{type(self).__name__} at {id(self):#x} state={state}"
        if self._state != "FINISHED":
            return where + ">"
        if self._exception:
            return f"{where} raised {type(self._exception).__name__}>"
        return f"{where} returned {type(self._result).__name__}>"

    def _settle(self, state):
        self._state = state
        if state in _OVER:
            self._tell_watchers()
        self._condition.notify(len(self._condition))
        for callback in self._callbacks:
            self._call(callback)

    def _tell_watchers(self):
        for watcher in self._watchers:
            watcher.arrived(self)

    def _call(self, callback):
        try:
            callback(self)
        except Exception:
            import logging
            logging.getLogger("concurrent.futures").exception("exception calling callback for %r", self)

    def cancel(self):
        if self._state in ("RUNNING", "FINISHED"):
            return False
        if self._state == "PENDING":
            self._settle("CANCELLED")
        return True

    def cancelled(self):
        return self._state in ("CANCELLED", "CANCELLED_AND_NOTIFIED")

    def running(self):
        return self._state == "RUNNING"

    def done(self):
        return self._state in _DONE

    def add_done_callback(self, fn):
        if self.done():
            self._call(fn)
        else:
            self._callbacks.append(fn)

    def _wait(self, timeout):
        deadline = threading._Deadline(timeout)
        while not self.done():
            left = deadline.left()
            if (left is not None and left <= 0) or not self._condition.wait(left, self._awaited_as, self):
                if not self.done():
                    raise TimeoutError()
        if self.cancelled():
            raise CancelledError()

    def result(self, timeout=None):
        self._wait(timeout)
        if self._exception:
            try:
                raise self._exception
            finally:
                self = None
        return self._result

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        if self._state == "CANCELLED":
            self._state = "CANCELLED_AND_NOTIFIED"
            self._tell_watchers()
            return False
        if self._state != "PENDING":
            raise RuntimeError("Future in unexpected state")
        self._state = "RUNNING"
        return True

    def _check_unsettled(self):
        if self.done():
            raise InvalidStateError(f"{self._state}: {self!r}")

    def set_result(self, result):
        self._check_unsettled()
        self._result = result
        self._settle("FINISHED")

    def _follow(self, task):
        """futures._set_concurrent_future_state: a task of asyncio has ended."""
        if self.cancelled():
            return
        if task.cancelled():
            self.cancel()
        if not self.set_running_or_notify_cancel():
            return
        if task.exception() is not None:
            self.set_exception(task.exception())
        else:
            self.set_result(task.result())

    def set_exception(self, exception):
        self._check_unsettled()
        self._exception = exception
        self._settle("FINISHED")

    def __class_getitem__(cls, item):
        return cls


class _Arrivals:
    """Which of several futures are done, and in what order they came to be."""

    def __init__(self, futures):
        self.order = []
        self.taken = 0
        self._waiters = _workers.Waiters()
        for future in futures:
            future._watchers.append(self)

    def arrived(self, future):
        self.order.append(future)
        self._waiters.notify()

    def next(self, deadline):
        """The next one done; None when the time is over."""
        while len(self.order) == self.taken:
            left = deadline.left()
            if (left is not None and left <= 0) or not self._waiters.wait(left, "a call in a thread"):
                if len(self.order) == self.taken:
                    return None
        self.taken += 1
        return self.order[self.taken - 1]


def _each_once(fs):
    futures = list(dict.fromkeys(fs))
    for future in futures:
        future._condition  # CPython locks it, and says of other futures that they have none
    return futures


def as_completed(fs, timeout=None):
    deadline = threading._Deadline(timeout)
    futures = _each_once(fs)
    total = len(futures)
    finished = [f for f in futures if f._state in _OVER]
    pending = [f for f in futures if f._state not in _OVER]
    arrivals = _Arrivals(pending)
    yield from finished
    for number in range(len(pending)):
        future = arrivals.next(deadline)
        if future is None:
            raise TimeoutError(f"{len(pending) - number} (of {total}) futures unfinished")
        yield future


DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done", module="concurrent.futures._base")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    futures = _each_once(fs)
    deadline = threading._Deadline(timeout)

    def enough(future):
        if return_when == FIRST_COMPLETED:
            return True
        return return_when == FIRST_EXCEPTION and not future.cancelled() and future._exception is not None

    pending = [f for f in futures if f._state not in _OVER]
    if pending and not any(f._state in _OVER and enough(f) for f in futures):
        if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
            raise ValueError(f"Invalid return condition: {return_when!r}")
        arrivals = _Arrivals(pending)
        for _ in pending:
            future = arrivals.next(deadline)
            if future is None or enough(future):
                break
    done = set(f for f in futures if f._state in _OVER)
    return DoneAndNotDoneFutures(done, set(f for f in futures if f not in done))


class Executor:
    __module__ = "concurrent.futures._base"

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        deadline = threading._Deadline(timeout)
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                futures.reverse()
                while futures:
                    future = futures.pop()
                    try:
                        result = future.result() if timeout is None else future.result(deadline.left())
                    finally:
                        future.cancel()
                    yield result
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.shutdown(wait=True)
        return False


class _RemoteTraceback(Exception):
    """The cause of an error that comes from a process: its traceback there, as text."""

    __module__ = "concurrent.futures.process"

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class _Call:
    def __init__(self, future, fn, args, kwargs, remote_traceback):
        self.future, self.fn, self.args, self.kwargs = future, fn, args, kwargs
        self.remote_traceback = remote_traceback
        self.task = _workers.task()

    def name(self):
        fn = self.fn
        if getattr(fn, "__name__", "") == "run" and self.args and callable(self.args[0]):
            fn = self.args[0]  # to_thread's copy of the context calls it
        if getattr(fn, "__name__", "") == "_chunk" and len(self.args) == 3:
            fn = self.args[1]  # a chunk of a multiprocessing pool's map
        fn = getattr(fn, "func", fn)
        return getattr(fn, "__qualname__", type(fn).__name__)

    def _result_in(self, child):
        for each in (self.fn, *self.args, *self.kwargs.values()):
            _processes.check_sendable(each)
        args, kwargs = _processes.copied((self.args, self.kwargs))
        fn, *args = [child.function(each) for each in (_processes.copied(self.fn), *args)]
        result = fn(*args, **kwargs)
        _processes.check_sendable(result)
        return _processes.copied(result)

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        thread = threading._own_thread()
        child = getattr(thread, "_child", None)
        if child is not None:
            thread._call = self
        self.future._behind = _workers.current()
        _workers.begin_call(self.name(), self.task)
        try:
            result = self.fn(*self.args, **self.kwargs) if child is None else self._result_in(child)
        except BaseException as error:
            thread._call = None
            _workers.end_call(True)
            self.future.set_exception(
                error if child is None else _processes.sent_error(error, self.remote_traceback))
            self = None  # the error's traceback leads here: it would keep itself
        else:
            thread._call = None
            _workers.end_call(False)
            self.future.set_result(result)


def _of_crew(name):
    return property(lambda pool: getattr(pool._crew, name), lambda pool, value: setattr(pool._crew, name, value))


class _Pool(Executor):
    """Threads are started as calls come, and only where none is idle."""

    _remote_traceback = _RemoteTraceback  # of its processes, if it is made of such
    _kind_of_crew = Crew

    def __init__(self, max_workers, prefix, initializer, initargs):
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._thread_name_prefix = prefix
        self._initializer, self._initargs = initializer, initargs
        crew = self._crew = self._kind_of_crew(self._broken_error, initializer, initargs)
        self._work_queue = WorkQueue(crew.calls)
        self._left_behind = ref(self, crew.left_behind)

    _threads, _shutdown, _broken = map(_of_crew, ('threads', 'is_shut_down', 'broken'))

    def submit(self, fn, /, *args, **kwargs):
        crew = self._crew
        crew.check_open()
        future = Future()
        crew.calls.append(_Call(future, fn, args, kwargs, self._remote_traceback))
        if not crew.wake_one() and len(crew.threads) < self._max_workers:
            crew.start(self._make_thread(f"{self._thread_name_prefix}_{len(crew.threads)}"))
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._crew.shut_down(cancel_futures)
        if wait:
            self._crew.join()


class BrokenThreadPool(BrokenExecutor):
    __module__ = "concurrent.futures.thread"


class BrokenProcessPool(BrokenExecutor):
    __module__ = "concurrent.futures.process"


class ThreadPoolExecutor(_Pool):
    __module__ = "concurrent.futures.thread"
    _broken_error = BrokenThreadPool
    _made = 0

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if not thread_name_prefix:
            thread_name_prefix = f"ThreadPoolExecutor-{ThreadPoolExecutor._made}"
            ThreadPoolExecutor._made += 1
        super().__init__(8 if max_workers is None else max_workers, thread_name_prefix, initializer, initargs)

    def _make_thread(self, name):
        return PoolThread(target=self._crew.work, name=name, daemon=False)


class ProcessPoolExecutor(_Pool):
    __module__ = "concurrent.futures.process"
    _broken_error = BrokenProcessPool
    _kind_of_crew = CrewOfProcesses

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *,
                 max_tasks_per_child=None):
        super().__init__(4 if max_workers is None else max_workers, "Process", initializer, initargs)
        if max_tasks_per_child is not None:
            self._refuse_limit(max_tasks_per_child, mp_context)
        self._first_number = None

    def _refuse_limit(self, max_tasks_per_child, mp_context):
        if not isinstance(max_tasks_per_child, int):
            raise TypeError("max_tasks_per_child must be an integer")
        if max_tasks_per_child <= 0:
            raise ValueError("max_tasks_per_child must be >= 1")
        if mp_context is not None:
            raise ValueError("max_tasks_per_child is incompatible with the 'fork' multiprocessing start method; "
                             "supply a different mp_context.")
        raise NotImplementedError("ProcessPoolExecutor(max_tasks_per_child=…) is not supported by Coroscope")

    def _fork(self, named, daemons):
        """All its processes are made at once, though here each begins when it has something to do."""
        self._first_number = _processes.number(self._max_workers)
        self._named, self._daemons = named, daemons

    def _make_thread(self, name):
        if self._first_number is None:
            self._fork("ForkProcess", False)
        thread = PoolProcess(target=self._crew.work, name=name, daemon=False)
        number = self._first_number + len(self._crew.threads)
        thread._process = _processes.PoolProcess(f"{self._named}-{number}", number, self._daemons)
        thread._process._die = self._crew.lose_process
        return thread


def _run_coroutine_threadsafe(coroutine, loop):
    """What asyncio.run_coroutine_threadsafe does."""
    import asyncio
    future = Future()
    name = getattr(coroutine, "__qualname__", "a coroutine")
    future._awaited_as = f"the result of {name}()|, for which {{}} has to go on"
    future._behind = loop

    def callback():
        try:
            task = asyncio.ensure_future(coroutine, loop=loop)
            future.add_done_callback(
                lambda f: f.cancelled() and loop.call_soon_threadsafe(task.cancel))
            _workers.chain_task(task, future)
            future._behind = task
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    loop.call_soon_threadsafe(callback)
    return future
