"""What processes share besides locks: values, arrays, queues that close, pipes.

The things themselves are in the first process; each process uses them through
objects of its own (processes.Shared).
"""

import collections
import multiprocessing.sharedctypes
import pickle
import threading

from . import processes

# Values and arrays


class _Cell:
    """What a Value or an Array is in the first process: something of ctypes."""

    def __init__(self, thing):
        self.thing = thing

    def get(self, name):
        return getattr(self.thing, name)

    def set(self, name, value):
        setattr(self.thing, name, value)

    def item(self, index):
        return self.thing[index]

    def set_item(self, index, value):
        self.thing[index] = value

    def size(self):
        return len(self.thing)

    def show(self):
        return repr(self.thing)


class _Raw(processes.Shared):
    value = property(lambda self: self._use("get", "value"), lambda self, value: self._use("set", "value", value))

    def __init__(self, thing):
        super().__init__(_Cell(thing))

    def __repr__(self):
        return self._use("show")


class _RawItems(_Raw):
    def __len__(self):
        return self._use("size")

    def __getitem__(self, index):
        return self._use("item", index)

    def __setitem__(self, index, value):
        self._use("set_item", index, value)


class _Locked:
    """Something shared, with a lock."""

    def __init__(self, raw, lock, shown):
        self._raw = raw
        self._lock = processes.RLock() if lock in (True, None) else lock
        self._shown = shown
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def get_lock(self):
        return self._lock

    def get_obj(self):
        return self._raw

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)

    def __repr__(self):
        return f"<{self._shown} wrapper for {self._raw!r}>"


class _LockedValue(_Locked):
    @property
    def value(self):
        with self:
            return self._raw.value

    @value.setter
    def value(self, value):
        with self:
            self._raw.value = value


class _LockedItems(_LockedValue):
    def __len__(self):
        return len(self._raw)

    def __getitem__(self, index):
        with self:
            return self._raw[index]

    def __setitem__(self, index, value):
        with self:
            self._raw[index] = value


def _kind(typecode):
    return multiprocessing.sharedctypes.typecode_to_type[typecode]


def RawValue(typecode, *args):
    return _Raw(_kind(typecode)(*args))


def RawArray(typecode, initial):
    if isinstance(initial, int):
        return _RawItems((_kind(typecode) * initial)())
    items = list(initial)
    return _RawItems((_kind(typecode) * len(items))(*items))


def Value(typecode, *args, lock=True):
    raw = RawValue(typecode, *args)
    return raw if lock is False else _LockedValue(raw, lock, "Synchronized")


def Array(typecode, initial, *, lock=True):
    raw = RawArray(typecode, initial)
    shown = "SynchronizedString" if typecode == "c" else "SynchronizedArray"
    return raw if lock is False else _LockedItems(raw, lock, shown)


# Queues


def closing(queue):
    """The same class of queues, each of which a process can close for itself."""

    class Closing(queue):
        _closed = False  # forked with the process, and its own from then on

        def close(self):
            self._closed = True

        def join_thread(self):
            assert self._closed, f"Queue {self!r} not closed"

        def cancel_join_thread(self):
            pass

        def _check(self):
            if self._closed:
                raise ValueError(f"Queue {self!r} is closed")

        def put(self, item, *args, **kwargs):
            self._check()
            super().put(pickle.loads(pickle.dumps(item)), *args, **kwargs)

        def get(self, *args, **kwargs):
            self._check()
            return super().get(*args, **kwargs)

        def put_nowait(self, item):
            self.put(item, False)

        def get_nowait(self):
            return self.get(False)

    return Closing


# Pipes


class _Wire:
    """One direction of a pipe, in the first process."""

    all = []

    def __init__(self):
        self.items = collections.deque()
        self.changed = threading.Condition()
        self.readers, self.writers = {0}, {0}  # the processes that have the end open
        _Wire.all.append(self)

    def send(self, data):
        with self.changed:
            if not self.readers:
                raise BrokenPipeError(32, "Broken pipe")
            self.items.append(data)
            self.changed.notify_all()

    def poll(self, timeout):
        with self.changed:
            return self.changed.wait_for(lambda: self.items or not self.writers, timeout) and True

    def recv(self):
        with self.changed:
            self.changed.wait_for(lambda: self.items or not self.writers)
            if not self.items:
                raise EOFError
            return self.items.popleft()

    def leave(self, process):
        with self.changed:
            self.readers.discard(process)
            self.writers.discard(process)
            self.changed.notify_all()

    def close_reader(self, process):
        self.readers.discard(process)

    def close_writer(self, process):
        with self.changed:
            self.writers.discard(process)
            self.changed.notify_all()


class _SharedWire(processes.Shared):
    def use(self, method, *args):
        return self._use(method, *args)


class Connection:
    def __init__(self, incoming, outgoing):
        self._incoming, self._outgoing = incoming, outgoing
        self.closed = False
        self.readable, self.writable = incoming is not None, outgoing is not None

    def _check(self, possible, other):
        if self.closed:
            raise OSError("handle is closed")
        if not possible:
            raise OSError(f"connection is {other}-only")

    def send(self, item):
        self._check(self.writable, "read")
        self._outgoing.use("send", pickle.dumps(item))

    def recv(self):
        self._check(self.readable, "write")
        return pickle.loads(self._incoming.use("recv"))

    def poll(self, timeout=0.0):
        self._check(self.readable, "write")
        return self._incoming.use("poll", timeout)

    def close(self):
        if self.closed:
            return
        self.closed = True
        if self.readable:
            self._incoming.use("close_reader", processes._Current.number)
        if self.writable:
            self._outgoing.use("close_writer", processes._Current.number)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


def Pipe(duplex=True):
    there, back = _SharedWire(_Wire()), _SharedWire(_Wire()) if duplex else None
    return Connection(there, back), Connection(back, there)


def forked(parent, child):
    for wire in _Wire.all:
        for ends in (wire.readers, wire.writers):
            if parent in ends:
                ends.add(child)


def ended(process):
    for wire in _Wire.all:
        wire.leave(process)
