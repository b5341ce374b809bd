"""Threads that hand a baton around, in virtual time.

The program's threads are real ones, but only the one that holds the baton
runs. The main thread hands it out whenever it lets go (its loop polls, it
sleeps, it waits for a lock) to those that can run, in the order in which they
became able to; each gives it back when it sleeps, waits or ends.

Locks, and with them all that `threading`, `queue` and `concurrent.futures`
make of locks, wait for the baton instead of for the system.
"""

import _thread
from _thread import allocate_lock, start_new_thread
import collections
import heapq
import itertools
import sys

FOREVER = float("inf")


class Killed(BaseException):
    """Ends a strand that drives a process, where it stands."""


class Strand:
    """A thread, as the scheduler sees it."""

    def __init__(self):
        self.gate = allocate_lock()
        self.gate.acquire()
        self.notified = False
        self.ready = False  # among those that are to run
        self.killed = False
        self.asleep = None  # its entry among the sleeping
        self.running_task = None
        self.sentinel = None


class Threads:
    def __init__(self, clock, recorder):
        self.clock = clock
        self.recorder = recorder
        self.main = self.current = Strand()
        self.deadlocked = None  # called when nothing can ever happen again
        self._ready = collections.deque()
        self._later = collections.deque()
        self._sleeping = []
        self._numbers = itertools.count()

    # Strands

    def start(self, function, args, kwargs={}):
        """Stands in for _thread.start_new_thread."""
        if not callable(function) or not isinstance(args, tuple) or not isinstance(kwargs, dict):
            return start_new_thread(function, args, kwargs)  # CPython's own complaint
        strand = Strand()
        self._ready.append(strand)
        return start_new_thread(self._run, (strand, function, args, kwargs))

    def set_sentinel(self):
        """Stands in for _thread._set_sentinel: a lock that the thread's end releases."""
        self.current.sentinel = Lock()
        return self.current.sentinel

    def _run(self, strand, function, args, kwargs):
        strand.gate.acquire()
        try:
            function(*args, **kwargs)
        except SystemExit:
            pass
        except Exception as error:  # the interpreter would name this method, not the function
            print(f"Exception ignored in thread started by: {function!r}", file=sys.stderr)
            sys.excepthook(type(error), error, error.__traceback__)
        finally:
            if strand.sentinel is not None and strand.sentinel.locked():
                strand.sentinel.release()
            self.main.gate.release()

    def _switch_to(self, strand):
        strand.ready = False
        outer, self.recorder._running = self.recorder._running, strand.running_task
        self.current = strand
        strand.gate.release()
        try:
            self.main.gate.acquire()
        finally:  # the handler of a signal may raise
            self.current = self.main
            strand.running_task, self.recorder._running = self.recorder._running, outer

    def _suspend(self):
        strand = self.current
        self.main.gate.release()
        strand.gate.acquire()
        if strand.killed:
            strand.killed = False
            raise Killed

    def kill(self, strand):
        strand.killed = True
        self._make_ready(strand)

    def _make_ready(self, strand):
        if strand.asleep is not None:
            self._sleeping.remove(strand.asleep)
            heapq.heapify(self._sleeping)
            strand.asleep = None
        if not strand.ready:  # one whose time is up may be notified besides
            strand.ready = True
            self._ready.append(strand)

    def _fall_asleep(self, until):
        strand = self.current
        strand.asleep = (until, next(self._numbers), strand)
        heapq.heappush(self._sleeping, strand.asleep)

    def _wake_due(self):
        while self._sleeping and self._sleeping[0][0] <= self.clock.now:
            self._make_ready(self._sleeping[0][2])

    def _next_wake(self):
        return self._sleeping[0][0] if self._sleeping else FOREVER

    def run_ready(self):
        """All that can run do so; only the main thread calls this."""
        self._wake_due()
        self._ready.extend(self._later)
        self._later.clear()
        while self._ready:
            self._switch_to(self._ready.popleft())
            self._wake_due()

    # What threads wait in

    def sleep(self, seconds):
        until = self.clock.now + seconds
        if self.current is not self.main:
            if seconds > 0:
                self._fall_asleep(until)
            else:
                self._later.append(self.current)
            self._suspend()
            return
        self.run_ready()
        while True:
            if self._later and self.clock.now < until:
                self.clock.poll_with_work()
            elif self._next_wake() <= until:
                self.clock.jump_to(self._next_wake())
            else:
                break
            self.run_ready()
        self.clock.jump_to(until)

    def wait(self, queue, until=FOREVER):
        """The running thread waits in `queue`; True when it was notified."""
        strand = self.current
        strand.notified = False
        queue.append(strand)
        if strand is self.main:
            self._wait_in_main(until)
        else:
            if until < FOREVER:
                self._fall_asleep(until)
            try:
                self._suspend()
            except Killed:
                if strand in queue:
                    queue.remove(strand)
                raise
        if not strand.notified:
            queue.remove(strand)
        return strand.notified

    def _wait_in_main(self, until):
        self.run_ready()
        while not self.main.notified:
            if self._later:
                self.clock.poll_with_work()
                if self.clock.now >= until:
                    return
            elif self._next_wake() <= until and self._sleeping:
                self.clock.jump_to(self._next_wake())
            elif until < FOREVER:
                self.clock.jump_to(until)
                return
            else:
                self.deadlocked()
            self.run_ready()

    def notify(self, queue, count=1):
        while queue and count > 0:
            count -= 1
            strand = queue.popleft()
            strand.notified = True
            if strand is not self.main:
                self._make_ready(strand)

    # Loops

    def poll(self, loop, when):
        """What an event loop's selector does, in whichever thread; `when` is its first timer due."""
        idle = not loop._ready and not loop._stopping
        if self.current is not self.main:
            if not idle or loop.called_from_thread:
                self.clock.poll_with_work()
                self._later.append(self.current)
                self._suspend()
            else:
                self.wait(loop.threads_waiting, when)
        elif not idle:
            had_work = bool(loop._ready)
            self.run_ready()
            if had_work:
                self.clock.poll_with_work()
        else:
            self._wait_for_timer(loop, when)
        loop.called_from_thread = False

    def _wait_for_timer(self, loop, when):
        self.run_ready()
        while not (loop.called_from_thread or loop.signalled()):
            if self._later:
                if self.clock.now >= when:
                    return
                self.clock.poll_with_work()
            elif self._next_wake() <= when and self._sleeping:
                self.clock.jump_to(self._next_wake())
            elif when < FOREVER:
                self.clock.jump_to(when)
                return
            else:
                self.deadlocked()
            self.run_ready()

    def called(self, loop):
        """call_soon_threadsafe: the loop's poll ends."""
        loop.called_from_thread = True
        self.notify(loop.threads_waiting, len(loop.threads_waiting))


threads = None  # the scheduler of this process, once installed


class Lock:
    """Stands in for _thread.lock."""

    def __init__(self):
        self._held = False
        self._queue = collections.deque()

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError("timeout value must be a non-negative number")
        until = FOREVER if timeout == -1 else threads.clock.now + timeout
        while self._held:
            if not blocking or until <= threads.clock.now:
                return False
            if not threads.wait(self._queue, until) and self._held:
                return False
        self._held = True
        return True

    acquire_lock = acquire

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False
        threads.notify(self._queue)

    def locked(self):
        return self._held

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()

    def __repr__(self):
        state = "locked" if self._held else "unlocked"
        return f"<{state} _thread.lock object at {id(self):#x}>"

    def _at_fork_reinit(self):
        self._held = False
        self._queue.clear()


def install(clock, recorder):
    """Threads, locks and pools made from now on are those of this module."""
    global threads
    import os
    import queue
    import threading
    import time

    threads = Threads(clock, recorder)
    os.cpu_count = lambda: 4
    threading._start_new_thread = _thread.start_new_thread = threads.start
    _thread.allocate_lock = _thread.LockType = Lock
    threading._set_sentinel = threads.set_sentinel
    threading._allocate_lock = threading.Lock = Lock
    threading._CRLock = None
    threading.excepthook = _excepthook
    queue.SimpleQueue = queue._PySimpleQueue
    queue.SimpleQueue.__name__ = queue.SimpleQueue.__qualname__ = "SimpleQueue"
    threading._time = queue.time = lambda: clock.now
    real_sleep = time.sleep

    def sleep(seconds, /):
        if isinstance(seconds, (int, float)) and seconds >= 0:
            threads.sleep(seconds)
        else:
            real_sleep(seconds)  # CPython's own complaint

    time.sleep = sleep

    from concurrent.futures import thread

    class PoolThread(threading.Thread):
        """One whose start does not wait until it has begun: a pool's calls
        begin when who submitted them lets go."""

        def start(self):
            with threading._active_limbo_lock:
                threading._limbo[self] = self
            threading._start_new_thread(self._bootstrap, ())
            self._started.set()

        def _wait_for_tstate_lock(self, *args, **kwargs):
            if self._tstate_lock is None and not self._is_stopped:
                threads.sleep(0)  # it has not begun: only then is there a lock to wait for
            super()._wait_for_tstate_lock(*args, **kwargs)

    thread.threading = _Overlay(threading, Thread=PoolThread)
    thread._global_shutdown_lock = Lock()

    from . import processes

    processes.install(clock, recorder, PoolThread)
    return threads


def _excepthook(args):
    """What the C one prints, with the frames that tracebacks are to show."""
    import sys
    import traceback

    if args.exc_type is not SystemExit:
        print(f"Exception in thread {args.thread.name}:", file=sys.stderr)
        traceback.print_exception(args.exc_value, file=sys.stderr)


class _Overlay:
    """A module with some of its names replaced."""

    def __init__(self, module, **replaced):
        self.__dict__.update(module.__dict__, **replaced)
