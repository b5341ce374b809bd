"""Lowest first, equal ones by what comes next in the tuple; last in, first out."""
# shows: queue / PriorityQueue / lowest first; entries are compared
# shows: queue / LifoQueue / the most recent first
# shows: queue / Queue / first in, first out
import asyncio


class Job:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


async def main():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = kind(4)
        for item in ((3, "c"), (1, "b"), (2, "x"), (1, "a")):
            await queue.put(item)
        print(kind.__name__, queue.full(), str(queue).split(" ", 1)[1])
        print([queue.get_nowait() for _ in range(4)])
    queue = asyncio.PriorityQueue()
    queue.put_nowait((1, Job("one")))
    queue.put_nowait((0, Job("zero")))
    try:
        queue.put_nowait((1, Job("another")))
    except TypeError as error:
        print(error, queue.qsize())
    print(await queue.get())
    print(issubclass(asyncio.PriorityQueue, asyncio.Queue), issubclass(asyncio.QueueFull, Exception))


asyncio.run(main())
