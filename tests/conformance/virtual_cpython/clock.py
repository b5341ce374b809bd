"""The virtual clock, and the `time` module seen through it."""

import ctypes
import datetime
import gc
import logging
import os
import time

EPOCH = 1735689600.0  # 2025-01-01T00:00:00Z, the wall-clock time at 0.0
SPIN_LIMIT = 1000  # readings, or polls with work ready, free at one instant
SPIN_STEP = 10e-6


class Clock:
    """Seconds since the start of the run; moves only when told to.

    The spin rule lets a program that polls the clock come to its end: past
    SPIN_LIMIT readings (or busy polls) at one instant each further one first
    moves the clock. A counter starts again when anything but itself moves
    the clock.
    """

    def __init__(self):
        self.now = 0.0
        self._readings = 0
        self._busy_polls = 0

    def read(self):
        """A reading by the scenario, which counts for the spin rule."""
        self._readings += 1
        if self._readings > SPIN_LIMIT:
            self.now += SPIN_STEP
            self._busy_polls = 0
        return self.now

    def poll_with_work(self):
        """The loop polls while callbacks are ready."""
        self._busy_polls += 1
        if self._busy_polls > SPIN_LIMIT:
            self.now += SPIN_STEP
            self._readings = 0

    def jump_to(self, when):
        """Idle until `when`; a time that has passed leaves the clock alone."""
        if when > self.now:
            self._move(float(when))

    def sleep(self, seconds):
        """Block: the clock moves on inside the current step."""
        self._move(self.now + seconds)

    def _move(self, to):
        if to != self.now:
            self._readings = self._busy_polls = 0
        self.now = to


def install(clock):
    """Make the `time` and `datetime` modules tell virtual time, in UTC."""
    os.environ["TZ"] = "UTC"
    time.tzset()
    real_sleep = time.sleep

    def sleep(seconds, /):
        if isinstance(seconds, (int, float)) and seconds > 0:
            clock.sleep(seconds)
        else:
            real_sleep(seconds)  # zero, or CPython's own complaint

    def wall():
        return EPOCH + clock.read()

    def nanoseconds(seconds):
        return round(seconds * 1e9)

    time.sleep = sleep
    for name in ("monotonic", "perf_counter", "process_time"):
        setattr(time, name, lambda: clock.read())
        setattr(time, name + "_ns", lambda: nanoseconds(clock.read()))
    time.time = wall
    time.time_ns = lambda: int(EPOCH) * 10**9 + nanoseconds(clock.read())
    for name in ("localtime", "gmtime", "ctime"):
        setattr(time, name, _defaulting_to_now(getattr(time, name), wall))
    real_strftime, localtime = time.strftime, time.localtime
    real_asctime = time.asctime
    time.asctime = lambda *moment: real_asctime(*moment or (localtime(),))
    time.strftime = lambda form, moment=None: real_strftime(
        form, localtime() if moment is None else moment)
    logging._startTime = EPOCH  # as if the scenario's import were the first
    _let_datetime_ask(wall)


def _let_datetime_ask(wall):
    """`datetime.now` and `utcnow` ask the system; all else asks `time`.

    The class is one of C, whose attributes Python code may not set; so they
    are set in the dict behind its `__dict__`.
    """
    moment = datetime.datetime
    namespace = gc.get_referents(moment.__dict__)[0]
    namespace["now"] = classmethod(
        lambda cls, tz=None: cls.fromtimestamp(wall(), tz))
    namespace["utcnow"] = classmethod(
        lambda cls: cls.utcfromtimestamp(wall()))
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(moment))


def _defaulting_to_now(function, wall):
    def convert(seconds=None, /):
        return function(wall() if seconds is None else seconds)
    return convert
