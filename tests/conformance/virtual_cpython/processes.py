"""Processes that are real ones, in virtual time.

A process is forked from this one, so that it has copies of all objects as they
are, and then stands still until a strand (threads.py) of this one lends it the
baton. Whatever would take time or reach beyond the process (to sleep, to print, to
use a queue or a lock of multiprocessing) it asks this one to do, and stands
still again until it is answered; so only one of all runs at a time.
"""

import concurrent.futures
import functools
import multiprocessing.pool
import operator
import os
import pickle
import signal
import struct
import sys
import traceback
import types

from . import threads as strands

ask = None  # in a child: asks the parent to do something
shared = {}  # id → what processes share, the same in all of them


class Child:
    """The parent's end of a forked process."""

    _ends = []  # of all children; each closes those of the others

    def __init__(self, clock, recorder, process=None):
        self._clock, self._recorder = clock, recorder
        to_child, from_parent = os.pipe()
        to_parent, from_child = os.pipe()
        sys.stdout.flush()
        pid = os.fork()
        if pid == 0:
            for end in (*Child._ends, from_parent, to_parent):
                os.close(end)
            if process:
                _Current.process = process
                process.pid = os.getpid()
            _be_a_child(clock, recorder, to_child, from_child)
        os.close(to_child)
        os.close(from_child)
        self.pid = pid
        self._write, self._read = from_parent, to_parent
        Child._ends += [self._write, self._read]

    def call(self, function, args, kwargs):
        """Calls it in the child, serving what that asks for: ("returned" or "raised", pickled)."""
        _send(self._write, ("call", self._clock.now, pickle.dumps((function, args, kwargs))))
        return self._serve()

    def run(self, process):
        """Runs a Process, which it knows by being a copy; its exit code."""
        _send(self._write, ("run", self._clock.now, id(process)))
        return self._serve()[1]

    def _serve(self):
        while True:
            what, *details = _receive(self._read)
            if what in ("returned", "raised", "exit"):
                return what, details[0]
            try:
                answer = getattr(self, "_do_" + what)(*details), None
            except strands.Killed:
                os.kill(self.pid, signal.SIGKILL)
                raise
            except BaseException as error:
                answer = None, error
            _send(self._write, (self._clock.now, *answer))

    def _do_sleep(self, seconds):
        strands.threads.sleep(seconds)

    def _do_print(self, text):
        sys.stdout.write(text)

    def _do_use(self, number, method, args, kwargs):
        return getattr(shared[number].real, method)(*args, **kwargs)

    def close(self):
        for end in (self._write, self._read):
            Child._ends.remove(end)
            os.close(end)
        os.waitpid(self.pid, 0)


def _send(end, message):
    data = pickle.dumps(message)
    data = struct.pack("!Q", len(data)) + data
    while data:
        data = data[os.write(end, data):]


def _receive(end):
    size = struct.unpack("!Q", _exactly(end, 8))[0]
    return pickle.loads(_exactly(end, size))


def _exactly(end, size):
    data = b""
    while len(data) < size:
        more = os.read(end, size - len(data))
        if not more:
            os._exit(0)  # the other one has gone
        data += more
    return data


# The child


class _Alone:
    """Stands in for the scheduler of threads: a process here has one."""

    def __init__(self, clock):
        self.main = self.current = strands.Strand()
        self.clock = clock

    def sleep(self, seconds):
        ask("sleep", seconds)

    def wait(self, queue, until=strands.FOREVER):
        raise NotImplementedError("a process waits for a thread of its own")

    def notify(self, queue, count=1):
        pass


class _Stdout:
    encoding = "utf-8"

    def write(self, text):
        ask("print", text)
        return len(text)

    def flush(self):
        pass


def _be_a_child(clock, recorder, read, write):
    global ask

    def ask(what, *details):
        _send(write, (what, *details))
        clock.now, answer, error = _receive(read)
        if error is not None:
            raise error
        return answer

    leave = os._exit
    recorder._file, recorder.file_of_parent = None, recorder._file  # which must not be flushed here
    strands.threads = _Alone(clock)
    sys.stdout = sys.__stdout__ = _Stdout()
    try:
        while True:
            what, clock.now, details = _receive(read)
            if what == "run":
                os._exit = functools.partial(_leave, write, leave)
                _send(write, ("exit", _run_process(shared[details])))
            else:
                _send(write, _call(*pickle.loads(details)))
    finally:
        leave(0)


def _leave(write, leave, status):
    """os._exit in a Process: its parent hears of it."""
    status = operator.index(status) & 0xFF
    _send(write, ("exit", status))
    leave(status)


def _call(function, args, kwargs):
    try:
        return "returned", pickle.dumps(function(*args, **kwargs))
    except BaseException as error:
        text = "".join(traceback.format_exception(error))
        error.__traceback__ = None
        return "raised", pickle.dumps((error, text))


def _run_process(process):
    _Current.process, _Current.number = process, id(process)
    process.own_pid = os.getpid()
    try:
        process.run()
        return 0
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else 0 if error.code is None else 1
    except BaseException:
        print(f"Process {process.name}:", file=sys.stderr)
        traceback.print_exc()
        return 1
    finally:
        sys.stderr.flush()


# What multiprocessing gives


class Shared:
    """Something in the parent that every process uses through it."""

    def __init__(self, real):
        self.real = real
        shared[id(self)] = self

    def _use(self, method, *args, **kwargs):
        if ask is None:
            return getattr(self.real, method)(*args, **kwargs)
        return ask("use", id(self), method, args, kwargs)

    def __reduce__(self):
        return shared.get, (id(self),)


def _sharing(make, methods):
    """A class whose objects are shared, with these methods of what `make` makes."""

    class Some(Shared):
        def __init__(self, *args, **kwargs):
            super().__init__(make(*args, **kwargs))

        def __enter__(self):
            return self._use("acquire")

        def __exit__(self, *details):
            self._use("release")

    for name in methods.split():
        setattr(Some, name, lambda self, *args, _name=name, **kwargs: self._use(_name, *args, **kwargs))
    return Some


class _Current:
    number = 0  # of the process, as Wire counts them
    process = types.SimpleNamespace(name="MainProcess", daemon=False, pid=None, _identity=())


class Process:
    _made = 0
    _clock = _recorder = _make_thread = None  # set by install
    own_pid = None  # known in the process itself

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        Process._made += 1
        self._identity = (Process._made,)
        self.name = name or f"Process-{Process._made}"
        self.daemon = bool(daemon)
        self._target, self._args, self._kwargs = target, args, kwargs
        self._thread = self._child = self._strand = None
        self.exitcode = self._killed_by = None
        shared[id(self)] = self

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        if self._thread is not None:
            raise AssertionError("cannot start a process twice")
        self._child = Child(self._clock, self._recorder)
        shared_things.forked(_Current.number, id(self))
        self._thread = self._make_thread(target=self._drive, daemon=self.daemon)
        self._thread.start()

    def _drive(self):
        self._strand = strands.threads.current
        try:
            if self._killed_by:
                os.kill(self._child.pid, signal.SIGKILL)
                raise strands.Killed
            self.exitcode = self._child.run(self)
        except strands.Killed:
            self.exitcode = self._killed_by
        self._child.close()
        shared_things.ended(id(self))

    def join(self, timeout=None):
        if self._thread is None:
            raise AssertionError("can only join a started process")
        self._thread.join(timeout)

    def terminate(self):
        self._kill(-signal.SIGTERM)

    def kill(self):
        self._kill(-signal.SIGKILL)

    def _kill(self, exitcode):
        if not self.is_alive():
            return
        self._killed_by = exitcode
        if self._strand:
            strands.threads.kill(self._strand)

    def is_alive(self):
        return self is _Current.process or self._thread is not None and self.exitcode is None

    @property
    def pid(self):
        return self.own_pid or self._child and self._child.pid


class ProcessPoolExecutor(concurrent.futures.ThreadPoolExecutor):
    """Each of its threads drives a process; all are forked at the first call."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=()):
        self._initializer_of_children = initializer, initargs
        self._children = None
        self._by_thread = {}
        self._busy = []
        self._remote_traceback = concurrent.futures.process._RemoteTraceback
        super().__init__(4 if max_workers is None else max_workers, "Process", initializer)
        self._initializer = None  # it is for the processes, not for the threads that drive them

    def fork(self, named="ForkProcess", daemons=False):
        if self._children is None:
            self._children = [self._fork_one(named, daemons) for _ in range(self._max_workers)]

    @staticmethod
    def _fork_one(named, daemons):
        Process._made += 1
        process = types.SimpleNamespace(name=f"{named}-{Process._made}", daemon=daemons, _identity=(Process._made,))
        return Child(Process._clock, Process._recorder, process)

    def submit(self, function, /, *args, **kwargs):
        self.fork()
        return super().submit(self._in_a_child, function, args, kwargs)

    def _in_a_child(self, function, args, kwargs):
        import threading
        me = threading.get_ident()
        if me not in self._by_thread:
            self._by_thread[me] = self._children[len(self._by_thread)]
            initializer, initargs = self._initializer_of_children
            if initializer:
                self._by_thread[me].call(initializer, initargs, {})
        self._busy.append(strands.threads.current)
        try:
            what, answer = self._by_thread[me].call(function, args, kwargs)
        except strands.Killed:
            raise RuntimeError("the process was killed") from None
        finally:
            self._busy.remove(strands.threads.current)
        if what == "returned":
            return pickle.loads(answer)
        error, text = pickle.loads(answer)
        error.__cause__ = self._remote_traceback(f'\n"""\n{text}"""')
        raise error

    def kill(self):
        for strand in self._busy:
            strands.threads.kill(strand)


class _Results:
    """What map_async and its kin give: the results of chunks of calls."""

    def __init__(self, futures, unpack, callback=None, error_callback=None):
        self._futures, self._unpack = futures, unpack
        self._callback, self._error_callback = callback, error_callback
        self._left = len(futures)
        for future in futures:
            future.add_done_callback(self._one_done)

    def _one_done(self, future):
        self._left -= 1
        if self._left:
            return
        errors = [each.exception() for each in self._futures if each.exception()]
        if errors and self._error_callback:
            self._error_callback(errors[0])
        elif not errors and self._callback:
            self._callback(self.get())

    def ready(self):
        return all(future.done() for future in self._futures)

    def successful(self):
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return all(future.exception() is None for future in self._futures)

    def wait(self, timeout=None):
        concurrent.futures.wait(self._futures, timeout)

    def get(self, timeout=None):
        import multiprocessing
        self.wait(timeout)
        if not self.ready():
            raise multiprocessing.TimeoutError
        return self._unpack([future.result() for future in self._futures])


def _mapped(function, items):
    return [function(item) for item in items]


def _starmapped(function, items):
    return [function(*item) for item in items]


class Pool:
    """multiprocessing.Pool: forked when it is made; items go to it in chunks."""

    def __init__(self, processes=None, initializer=None, initargs=()):
        if processes is not None and processes < 1:
            raise ValueError("Number of processes must be at least 1")
        self._size = processes or 4
        self._executor = ProcessPoolExecutor(self._size, None, initializer, initargs)
        self._executor.fork("ForkPoolWorker", True)
        self._executor._remote_traceback = multiprocessing.pool.RemoteTraceback
        self._closed = False

    def _chunks(self, how, function, iterable, chunksize, callback, error_callback):
        self._check()
        items = list(iterable)
        if chunksize is None:
            chunksize = -(-len(items) // (self._size * 4))
        futures = [self._executor.submit(how, function, items[at:at + chunksize])
                   for at in range(0, len(items), chunksize or 1)]
        return _Results(futures, lambda parts: [each for part in parts for each in part],
                        callback, error_callback)

    def _check(self):
        if self._closed:
            raise ValueError("Pool not running")

    def map(self, function, iterable, chunksize=None):
        return self.map_async(function, iterable, chunksize).get()

    def map_async(self, function, iterable, chunksize=None, callback=None, error_callback=None):
        return self._chunks(_mapped, function, iterable, chunksize, callback, error_callback)

    def starmap(self, function, iterable, chunksize=None):
        return self._chunks(_starmapped, function, iterable, chunksize, None, None).get()

    def apply(self, function, args=(), kwds={}):
        return self.apply_async(function, args, kwds).get()

    def apply_async(self, function, args=(), kwds={}, callback=None, error_callback=None):
        self._check()
        return _Results([self._executor.submit(function, *args, **kwds)], lambda parts: parts[0],
                        callback, error_callback)

    def imap(self, function, iterable, chunksize=1):
        futures = [self._executor.submit(function, item) for item in iterable]
        return (future.result() for future in futures)

    def imap_unordered(self, function, iterable, chunksize=1):
        futures = [self._executor.submit(function, item) for item in iterable]
        return (future.result() for future in concurrent.futures.as_completed(futures))

    def close(self):
        self._closed = True
        self._executor.shutdown(wait=False)

    def terminate(self):
        self._closed = True
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor.kill()

    def join(self):
        if not self._closed:
            raise ValueError("Pool is still running")
        self._executor.shutdown(wait=True)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.terminate()


def install(clock, recorder, make_thread):
    """Processes made from now on are those of this module."""
    import concurrent.futures.process
    import multiprocessing
    import queue
    import threading

    global RLock, shared_things
    from . import shared_things  # which needs what stands here
    _Current.process.pid = os.getpid()  # not the one that this module was first imported in
    Process._clock, Process._recorder = clock, recorder
    Process._make_thread = staticmethod(make_thread)
    concurrent.futures.ProcessPoolExecutor = ProcessPoolExecutor
    concurrent.futures.process.ProcessPoolExecutor = ProcessPoolExecutor
    queues = "put get put_nowait get_nowait empty full qsize"
    locks = "acquire release"
    RLock = _sharing(threading.RLock, locks)
    made = {
        "Process": Process, "Pool": Pool, "RLock": RLock,
        "Value": shared_things.Value, "Array": shared_things.Array, "Pipe": shared_things.Pipe,
        "RawValue": shared_things.RawValue, "RawArray": shared_things.RawArray,
        "Queue": shared_things.closing(_sharing(queue.Queue, queues)),
        "JoinableQueue": shared_things.closing(_sharing(queue.Queue, queues + " task_done join")),
        "SimpleQueue": _sharing(queue.Queue, "put get empty"),
        "Lock": _sharing(threading.Lock, locks), "Event": _sharing(threading.Event, "set clear is_set wait"),
        "Semaphore": _sharing(threading.Semaphore, locks),
        "BoundedSemaphore": _sharing(threading.BoundedSemaphore, locks),
        "Barrier": _sharing(threading.Barrier, "wait reset abort"),
        "Condition": _sharing(threading.Condition, locks + " wait notify notify_all"),
        "current_process": lambda: _Current.process, "cpu_count": lambda: 4,
    }
    for name, value in made.items():
        setattr(multiprocessing, name, value)
