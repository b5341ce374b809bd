"""asyncio's own event loop over a selector that waits in virtual time."""

import asyncio
import collections
import itertools
import math
import os
import select
import selectors
import sys
from asyncio import constants, events, unix_events

from . import ordered

DEADLOCK_STATUS = 3
RECORDING_FRAMES = 2  # that stand between the loop and what it runs: Handle._run, _run_recorded


def stepped_task(callback):
    """The task which this callback begins, steps or wakes, else None.

    A C task hands the loop one of two private callables: a step wrapper or a
    bound wake-up; both know the task as `__self__`. (So does a bound
    `task.cancel`, which is no step.)
    """
    kind = type(callback).__name__
    if kind == "builtin_function_or_method":
        kind = callback.__name__
    if kind in ("TaskStepMethWrapper", "task_wakeup"):
        return callback.__self__
    return None


def _run_recorded(handle, run):
    """Runs a step; RECORDING_FRAMES counts this and the one that calls it."""
    task = stepped_task(handle._callback)
    if task is None or task.done():
        return run()
    recorder = handle._loop.recorder
    recorder.began(task)
    try:
        return run()
    finally:
        recorder.ended(task)


class Handle(events.Handle):
    """A callback of the loop that notices when it is a task's step."""

    __slots__ = ()

    def _run(self):
        return _run_recorded(self, super()._run)


class TimerHandle(events.TimerHandle, Handle):
    """A timer; those with an equal `when` are due first set, first."""

    __slots__ = ("_sequence",)
    _numbers = itertools.count()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._sequence = next(self._numbers)

    def __lt__(self, other):
        return (self._when, self._sequence) < (other._when, other._sequence)


class EpollSelector(selectors._BaseSelectorImpl):
    """Watches the pipe by which signals come to the loop; to wait is to let the loop move its clock.

    Named as the selector that it stands in for, since asyncio logs the name.
    """

    loop = None

    def select(self, timeout=None):
        self.loop.let_time_pass(timeout)
        return [(self.get_key(pipe), selectors.EVENT_READ) for pipe in self.loop.signalled()]


class _UnixSelectorEventLoop(unix_events._UnixSelectorEventLoop):
    """Named as the loop that it stands in for, since reprs show it."""

    clock = None
    recorder = None
    threads = None
    called_from_thread = False

    def __init__(self):
        selector = EpollSelector()
        super().__init__(selector)
        selector.loop = self
        self.threads_waiting = collections.deque()
        self._asyncgens = ordered.WeakSet()

    @property
    def _clock_resolution(self):
        """Far from 0 the next number is further than a nanosecond away, and a timer that is due
        must be before `time() + resolution`."""
        return max(1e-9, math.ulp(self.clock.now)) if self.clock else 1e-9

    @_clock_resolution.setter
    def _clock_resolution(self, _measured):
        pass  # by the base class, of the clock of the machine

    def time(self):
        # Only the scenario's readings count for the spin rule.
        caller = sys._getframe(1).f_globals.get("__name__", "")
        if caller.partition(".")[0] == "asyncio":
            return self.clock.now
        return self.clock.read()

    def call_soon(self, callback, *args, context=None):
        task = stepped_task(callback)
        if task is not None:
            self.recorder.created_if_new(task)
        return super().call_soon(callback, *args, context=context)

    call_soon.__qualname__ = "BaseEventLoop.call_soon"  # errors of wrong arguments show it

    def _set_coroutine_origin_tracking(self, enabled):
        super()._set_coroutine_origin_tracking(enabled)
        if enabled:
            sys.set_coroutine_origin_tracking_depth(
                constants.DEBUG_STACK_DEPTH + RECORDING_FRAMES)

    def let_time_pass(self, timeout):
        """One poll of the loop: time passes, other threads have their turn."""
        self.threads.poll(self, self._next_timer(timeout))

    def signalled(self):
        """The end of its pipe, if a signal has come by it that it has a handler for."""
        return select.select([self._ssock], [], [], 0)[0] if self._signal_handlers else []

    def _next_timer(self, timeout):
        if not self._scheduled:
            return math.inf
        if type(self).time is _UnixSelectorEventLoop.time and "time" not in vars(self):
            return self._scheduled[0]._when
        # By a clock of the scenario's own: asyncio has asked it how long the first timer is off.
        return math.inf if timeout is None else self.clock.now + timeout

    def _write_to_self(self):
        self.threads.called(self)

    async def shutdown_default_executor(self):
        """conformance.md: the task that does this ends in its first step."""
        self._executor_shutdown_called = True
        if self._default_executor is not None:
            self._default_executor.shutdown(wait=True)

    shutdown_default_executor.__code__ = shutdown_default_executor.__code__.replace(  # reprs show it
        co_filename=asyncio.base_events.__file__, co_firstlineno=564)
    shutdown_default_executor.__qualname__ = "BaseEventLoop.shutdown_default_executor"


def _stop_deadlocked():
    """Nothing can ever happen again: leave, without unwinding the program."""
    _UnixSelectorEventLoop.recorder.finish()
    sys.stdout.flush()
    print("deadlock: nothing is ready and no timer is set", file=sys.stderr, flush=True)
    os._exit(DEADLOCK_STATUS)


def _hide_recording_frames():
    """The depth that asyncio sets in debug mode, without the frames of Handle below."""
    real = sys.get_coroutine_origin_tracking_depth

    def depth():
        found = real()
        return found - RECORDING_FRAMES if found > constants.DEBUG_STACK_DEPTH else found

    sys.get_coroutine_origin_tracking_depth = depth


def install(clock, recorder, threads):
    """Every loop made from now on is virtual and recorded."""
    _UnixSelectorEventLoop.clock = clock
    _UnixSelectorEventLoop.threads = threads
    threads.deadlocked = _stop_deadlocked
    _UnixSelectorEventLoop.recorder = recorder
    events.Handle = asyncio.Handle = Handle
    events.TimerHandle = asyncio.TimerHandle = TimerHandle
    asyncio.DefaultEventLoopPolicy._loop_factory = _UnixSelectorEventLoop
    asyncio.SelectorEventLoop = unix_events.SelectorEventLoop = _UnixSelectorEventLoop
    _hide_recording_frames()
