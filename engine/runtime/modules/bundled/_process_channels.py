"""Queues and pipes between processes (Lib/multiprocessing/queues.py, connection.py).

What goes through is a copy, as pickling makes it. A pipe's end is open in each
process that has come to have it, until that closes it or ends.
"""

import collections
import queue as _queue

import _processes
import _workers

_open_ends = []


class Queue:
    __module__ = "multiprocessing.queues"

    def __init__(self, maxsize=0):
        self._items = _queue.Queue(maxsize)
        self._closed = set()

    def _check_open(self):
        if _processes.running() in self._closed:
            raise ValueError(f"Queue {self!r} is closed")

    def put(self, obj, block=True, timeout=None):
        self._check_open()
        self._items.put(_processes.copied(obj), block, timeout)

    def get(self, block=True, timeout=None):
        self._check_open()
        return self._items.get(block, timeout)

    def put_nowait(self, obj):
        return self.put(obj, False)

    def get_nowait(self):
        return self.get(False)

    def qsize(self):
        return self._items.qsize()

    def empty(self):
        return self._items.empty()

    def full(self):
        return self._items.full()

    def close(self):
        self._closed.add(_processes.running())

    def join_thread(self):
        """All that was put has gone already."""
        assert _processes.running() in self._closed, f"Queue {self!r} not closed"

    def cancel_join_thread(self):
        pass


class JoinableQueue(Queue):
    __module__ = "multiprocessing.queues"

    def task_done(self):
        self._items.task_done()

    def join(self):
        self._items.join()


class SimpleQueue:
    __module__ = "multiprocessing.queues"

    def __init__(self):
        self._items = _queue.SimpleQueue()

    def empty(self):
        return self._items.empty()

    def get(self):
        return self._items.get()

    def put(self, obj):
        self._items.put(_processes.copied(obj))

    def close(self):
        pass


class _Way:
    """What goes from the writing end of a pipe to the reading one."""

    def __init__(self):
        self.items = collections.deque()
        self.waiters = _workers.Waiters()
        self.reader = self.writer = None

    def changed(self):
        self.waiters.notify(len(self.waiters))


class Connection:
    __module__ = "multiprocessing.connection"

    def __init__(self, incoming, outgoing):
        self._incoming, self._outgoing = incoming, outgoing
        self._open_in = {_processes.running()}
        if incoming:
            incoming.reader = self
        if outgoing:
            outgoing.writer = self
        _open_ends.append(self)

    @property
    def closed(self):
        return _processes.running() not in self._open_in

    @property
    def readable(self):
        return self._incoming is not None

    @property
    def writable(self):
        return self._outgoing is not None

    def _check(self, way, cannot):
        if self.closed:
            raise OSError("handle is closed")
        if way is None:
            raise OSError(f"connection is {cannot}-only")

    def send(self, obj):
        self._check(self._outgoing, "read")
        _processes.check_sendable(obj)
        self._put(_processes.copied(obj))

    def send_bytes(self, buf, offset=0, size=None):
        self._check(self._outgoing, "read")
        data = bytes(buf)
        if offset < 0:
            raise ValueError("offset is negative")
        if len(data) < offset:
            raise ValueError("buffer length < offset")
        if size is not None and size < 0:
            raise ValueError("size is negative")
        if size is not None and offset + size > len(data):
            raise ValueError("buffer length < offset + size")
        self._put(data[offset:] if size is None else data[offset:offset + size])

    def _put(self, obj):
        if not self._outgoing.reader._open_in:
            raise BrokenPipeError(32, "Broken pipe")
        self._outgoing.items.append(obj)
        self._outgoing.changed()

    def poll(self, timeout=0.0):
        """Whether recv() would not wait: something has come, or nothing can any more."""
        self._check(self._incoming, "write")
        end = None if timeout is None else _workers.now() + timeout
        while not self._incoming.items and self._incoming.writer._open_in:
            left = None if end is None else end - _workers.now()
            if left is not None and left <= 0:
                return False
            self._incoming.waiters.wait(left, "something to come through a pipe")
        return True

    def recv(self):
        self.poll(None)
        if not self._incoming.items:
            raise EOFError
        return self._incoming.items.popleft()

    def recv_bytes(self, maxlength=None):
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        return self.recv()

    def close(self):
        _close_in(self, _processes.running())

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.close()


def Pipe(duplex=True):
    """Two connected ends; with duplex=False the first only receives and the second only sends."""
    there, back = _Way(), _Way() if duplex else None
    return Connection(there, back), Connection(back, there)


def forked(process):
    """A new process has all that is open in the one that makes it."""
    parent = _processes.running()
    for end in _open_ends:
        if parent in end._open_in:
            end._open_in.add(process)


def ended(process):
    for end in list(_open_ends):
        _close_in(end, process)


def _close_in(end, process):
    end._open_in.discard(process)
    if end._open_in or end not in _open_ends:
        return
    _open_ends.remove(end)
    for way in (end._incoming, end._outgoing):
        if way:
            way.changed()
