"""Who does the work of an executor (Lib/concurrent/futures/thread.py, process.py).

The threads know their crew, not the executor: one that nobody has any more dies, and
its threads end once they have done what it was given.
"""

import threading
from collections import deque

import _processes
import _workers


class WorkQueue:
    """What lessons look at in an executor: how many calls wait for a thread."""

    def __init__(self, calls):
        self._calls = calls

    def qsize(self):
        return len(self._calls)

    def empty(self):
        return not self._calls


class PoolThread(threading.Thread):
    _kind = _workers.POOL_THREAD
    _goes_first = False
    _call = None  # the one that it is at


class PoolProcess(threading.Thread):
    _kind = _workers.POOL_PROCESS
    _goes_first = False
    _call = None

    def start(self):
        self._child = _processes.Child()
        super().start()


class Crew:
    def __init__(self, broken_error, initializer, initargs):
        self.calls = deque()  # that nobody is at yet
        self.threads = []
        self.is_shut_down = False
        self.is_left_behind = False  # the executor is gone
        self.broken = False
        self._broken_error = broken_error
        self._initializer, self._initargs = initializer, initargs
        self._idle = _workers.Waiters()
        self._free = 0

    def check_open(self):
        if self.broken:
            raise self._broken_error(self.broken)
        if self.is_shut_down:
            raise RuntimeError("cannot schedule new futures after shutdown")
        if _ended:
            raise RuntimeError("cannot schedule new futures after interpreter shutdown")

    def wake_one(self):
        if self._free == 0:
            return False
        self._free -= 1
        self._idle.notify()
        return True

    def wake_all(self):
        self._idle.notify(len(self._idle))

    def start(self, thread):
        self.threads.append(thread)
        _at_work[thread] = self
        try:
            thread.start()
        except RuntimeError:
            self.threads.remove(thread)  # nobody is to wait for its end
            del _at_work[thread]
            raise

    def work(self):
        """What each of its threads does."""
        try:
            if self._initialize():
                self._do_calls()
        finally:
            _at_work.pop(threading._own_thread(), None)

    def _initialize(self):
        if self._initializer is None:
            return True
        child = getattr(threading._own_thread(), "_child", None)
        try:
            initializer = self._initializer if child is None else child.function(self._initializer)
            initializer(*self._initargs)
        except BaseException:
            import logging
            logging.getLogger("concurrent.futures").critical("Exception in initializer:", exc_info=True)
            self._initializer_failed()
            return False
        return True

    def _initializer_failed(self):
        if not self.is_left_behind:
            self._break("A thread initializer failed, the thread pool is not usable anymore")

    def _do_calls(self):
        while True:
            if self.calls:
                self.calls.popleft().run()
            elif self.is_shut_down or self.is_left_behind or _ended:
                return
            else:
                self._free += 1
                self._idle.wait(None, "a call")

    def _break(self, why, told=None):
        """No more calls, and none that was to be done is: their callers are told."""
        self.broken = why
        calls = [thread._call for thread in self.threads if thread._call is not None] + list(self.calls)
        self.calls.clear()
        for call in calls:
            if not call.future.done():
                call.future.set_exception(self._broken_error(told or why))

    def left_behind(self, executor):
        self.is_left_behind = True
        self.wake_all()

    def shut_down(self, cancel_futures):
        self.is_shut_down = True
        if cancel_futures:
            for call in self.calls:
                call.future.cancel()
            self.calls.clear()
        self._free = 0
        self.wake_all()

    def join(self):
        for thread in self.threads:
            thread.join()


class CrewOfProcesses(Crew):
    def _initializer_failed(self):
        self.lose_process()

    def lose_process(self):
        """The process that runs is gone: so are the others, and the pool. It never comes back from here."""
        PoolThread(target=self._terminate_broken, name="ExecutorManagerThread", daemon=True).start()
        _workers.Waiters().wait(None, "its end")

    def _terminate_broken(self):
        self._break("A child process terminated abruptly, the process pool is not usable anymore",
                    "A process in the process pool was terminated abruptly while the future was running or pending.")
        for thread in self.threads:
            thread._kill()
            _at_work.pop(thread, None)


_at_work = {}  # threads, and whose they are
_ended = False


def _end():
    """At the interpreter's end: what was submitted is still done."""
    global _ended
    _ended = True
    threads = list(_at_work.items())
    for thread, crew in threads:
        crew.wake_all()
    for thread, crew in threads:
        thread.join()


threading._register_atexit(_end)
