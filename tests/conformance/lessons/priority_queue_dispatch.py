"""Priority, LIFO and bounded queues, with their full and empty errors."""
import asyncio
import itertools
from dataclasses import dataclass, field


@dataclass(order=True)
class Job:
    priority: int
    number: int = field(default_factory=itertools.count(1).__next__)
    action: str = field(compare=False, default="nothing")


async def worker(name, queue, log):
    while not queue.empty():
        job = await queue.get()
        log.append(f"{name}:{job.action}")
        await asyncio.sleep(job.priority / 10)
        queue.task_done()


async def main():
    queue = asyncio.PriorityQueue()
    for priority, action in ((3, "sweep"), (1, "fire"), (2, "mail"), (1, "flood"), (3, "rest")):
        queue.put_nowait(Job(priority, action=action))
    log = []
    await asyncio.gather(worker("A", queue, log), worker("B", queue, log))
    await queue.join()
    print(log)
    stack = asyncio.LifoQueue()
    for n in range(3):
        await stack.put(n)
    print([stack.get_nowait() for _ in range(stack.qsize())], stack.empty())
    small = asyncio.Queue(maxsize=1)
    small.put_nowait("x")
    for action in (lambda: small.put_nowait("y"), lambda: asyncio.Queue().get_nowait(), lambda: asyncio.Queue().task_done(), lambda: print(small.full(), small.maxsize, small.qsize())):
        try:
            action()
        except (asyncio.QueueFull, asyncio.QueueEmpty, ValueError) as error:
            print(type(error).__name__, error)
    putter = asyncio.create_task(small.put("late"))
    await asyncio.sleep(0.5)
    print("putter done?", putter.done(), await small.get(), putter.done(), await small.get(), putter.done())
    getter = asyncio.create_task(small.get())
    await asyncio.sleep(0)
    getter.cancel()
    await asyncio.sleep(0)
    await small.put("kept")
    print(getter.cancelled(), small.get_nowait())
    try:
        await asyncio.wait_for(small.get(), 1)
    except asyncio.TimeoutError:
        print("nothing came")


asyncio.run(main())
