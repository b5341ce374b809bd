"""Calls with too many arguments are refused in the words of Python's own functions."""
import asyncio


async def main():
    lock, event, queue = asyncio.Lock(), asyncio.Event(), asyncio.Queue()
    for call in (lambda: lock.acquire(1), lambda: lock.locked(1, 2), lambda: event.set(1), lambda: event.is_set(0),
                 lambda: event.wait(1), lambda: queue.qsize(1), lambda: queue.get_nowait(1), lambda: queue.get(1),
                 lambda: queue.task_done(1), lambda: asyncio.Semaphore().release(1), lambda: asyncio.Condition().notify(1, 2),
                 lambda: asyncio.Barrier(1).wait(1), lambda: asyncio.get_running_loop().create_future().done(1)):
        try:
            print(call())
        except TypeError as error:
            print(error)


asyncio.run(main())
