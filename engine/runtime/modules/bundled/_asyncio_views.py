# What private attributes of asyncio's classes show: their state, which is kept elsewhere, in the form
# that it has in CPython.
from collections import deque
from enum import Enum


class BarrierState(Enum):
    FILLING = "filling"
    DRAINING = "draining"
    RESETTING = "resetting"
    BROKEN = "broken"


class TimeoutState(Enum):
    CREATED = "created"
    ENTERED = "active"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    EXITED = "finished"


class RunnerState(Enum):
    CREATED = "created"
    INITIALIZED = "initialized"
    CLOSED = "closed"


for _kind, _name, _module in ((BarrierState, "_BarrierState", "locks"), (TimeoutState, "_State", "timeouts"),
                              (RunnerState, "_State", "runners")):
    _kind.__name__ = _kind.__qualname__ = _name
    _kind.__module__ = "asyncio." + _module


def _refuse(self, *args, **kwargs):
    raise NotImplementedError("changing a queue by its _queue is not supported by Coroscope: it is a copy there")


class FifoItems(deque):
    def __repr__(self):
        return f"deque({list(self)!r})"


class ListedItems(list):
    pass


for _kind in FifoItems, ListedItems:
    for _name in ("append appendleft clear extend extendleft insert pop popleft remove reverse rotate sort "
                  "__setitem__ __delitem__ __iadd__ __imul__").split():
        if hasattr(_kind, _name):
            setattr(_kind, _name, _refuse)
FifoItems.__name__ = FifoItems.__qualname__ = "deque"
ListedItems.__name__ = ListedItems.__qualname__ = "list"
