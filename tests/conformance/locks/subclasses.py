"""Classes made of asyncio's, with constructors of their own."""
# shows: sync / Lock / classes made of it, and of the others
import asyncio


class NamedLock(asyncio.Lock):
    def __init__(self, name):
        super().__init__()
        self.name = name

    async def acquire(self):
        print(self.name, "wanted")
        return await super().acquire()


class NamedQueue(asyncio.Queue):
    def __init__(self, name, *, size=2):
        super().__init__(size)
        self.name = name


class NamedEvent(asyncio.Event):
    def __init__(self, *names):
        super().__init__()
        self.names = names

    def set(self):
        print("set", self.names)
        super().set()


class Limiter(asyncio.Semaphore):
    def __init__(self, name, limit):
        super().__init__(limit)
        self.name = name


class Group(asyncio.TaskGroup):
    def __init__(self, name):
        super().__init__()
        self.name = name


class Meeting(asyncio.Barrier):
    def __init__(self, *who):
        super().__init__(len(who))
        self.who = who


async def main():
    lock, queue, event = NamedLock("lock"), NamedQueue("queue", size=1), NamedEvent("a", "b")
    async with lock:
        print(lock.locked(), lock.name)
    await queue.put(1)
    print(queue.full(), queue.name, queue.maxsize, await queue.get())
    asyncio.get_running_loop().call_later(1, event.set)
    print(await event.wait(), event.names)
    limiter = Limiter("limiter", 1)
    async with limiter:
        print(limiter.locked(), limiter.name)
    async with Group("group") as group:
        task = group.create_task(asyncio.sleep(1, group.name))
    print(task.result())
    meeting = Meeting("x", "y")
    print(meeting.parties, sorted(await asyncio.gather(meeting.wait(), meeting.wait())))
    condition = type("Own", (asyncio.Condition,), {"name": "condition"})()
    async with condition:
        condition.notify()
        print(condition.name, condition.locked())


asyncio.run(main())
