# asyncio's queues for classes that keep their items in their own way (Lib/asyncio/queues.py): they
# override _init, _put and _get, or what tells the size.
from collections import deque
from heapq import heappop, heappush

import asyncio


def init(self, maxsize):
    self._getters, self._putters = deque(), deque()
    self._unfinished_tasks = 0
    self._finished = asyncio.Event()
    self._finished.set()
    self._maxsize = maxsize
    self._init(maxsize)


def init_fifo(self, maxsize):
    self._queue = deque()


def init_list(self, maxsize):
    self._queue = []


def put_last(self, item):
    self._queue.append(item)


def put_by_priority(self, item):
    heappush(self._queue, item)


def get_first(self):
    return self._queue.popleft()


def get_last(self):
    return self._queue.pop()


def get_by_priority(self):
    return heappop(self._queue)


def describe(self):
    text = f'maxsize={self._maxsize!r}'
    if getattr(self, '_queue', None):
        text += f' _queue={list(self._queue)!r}'
    if self._getters:
        text += f' _getters[{len(self._getters)}]'
    if self._putters:
        text += f' _putters[{len(self._putters)}]'
    if self._unfinished_tasks:
        text += f' tasks={self._unfinished_tasks}'
    return text


def qsize(self):
    return len(self._queue)


def empty(self):
    return not self._queue


def full(self):
    return False if self._maxsize <= 0 else self.qsize() >= self._maxsize


def _wake_next(waiters):
    while waiters:
        waiter = waiters.popleft()
        if not waiter.done():
            waiter.set_result(None)
            return


async def _wait_in(waiters, blocked):
    waiter = asyncio.get_running_loop().create_future()
    waiters.append(waiter)
    try:
        await waiter
    except BaseException:
        waiter.cancel()
        if waiter in waiters:
            waiters.remove(waiter)
        if not blocked() and not waiter.cancelled():
            _wake_next(waiters)
        raise


async def put(self, item):
    while self.full():
        await _wait_in(self._putters, self.full)
    return self.put_nowait(item)


async def get(self):
    while self.empty():
        await _wait_in(self._getters, self.empty)
    return self.get_nowait()


def put_nowait(self, item):
    if self.full():
        raise asyncio.QueueFull
    self._put(item)
    self._unfinished_tasks += 1
    self._finished.clear()
    _wake_next(self._getters)


def get_nowait(self):
    if self.empty():
        raise asyncio.QueueEmpty
    item = self._get()
    _wake_next(self._putters)
    return item


def task_done(self):
    if self._unfinished_tasks <= 0:
        raise ValueError('task_done() called too many times')
    self._unfinished_tasks -= 1
    if self._unfinished_tasks == 0:
        self._finished.set()


async def join(self):
    if self._unfinished_tasks > 0:
        await self._finished.wait()


for _method in put, get, join:
    _method.__qualname__ = f'Queue.{_method.__name__}'
