"""Counting down: a latch, a wait group, and a once-only initialiser, each from a few lines."""
import asyncio


class Latch:
    def __init__(self, count):
        self.count, self._open = count, asyncio.Event()

    def down(self):
        self.count -= 1
        if self.count <= 0:
            self._open.set()

    def __await__(self):
        return self._open.wait().__await__()


class WaitGroup:
    def __init__(self):
        self._running, self._idle = 0, asyncio.Condition()

    async def __aenter__(self):
        self._running += 1
        return self

    async def __aexit__(self, *problem):
        async with self._idle:
            self._running -= 1
            if not self._running:
                self._idle.notify_all()

    async def wait(self):
        async with self._idle:
            await self._idle.wait_for(lambda: not self._running)


class Once:
    def __init__(self, make):
        self._make, self._lock, self._value = make, asyncio.Lock(), None

    async def get(self):
        if self._value is None:
            async with self._lock:
                if self._value is None:
                    self._value = await self._make()
        return self._value


async def part(latch, n):
    await asyncio.sleep(n)
    print(f"part {n} ready, {latch.count - 1} to go")
    latch.down()


async def make_table():
    print("making the table")
    await asyncio.sleep(1)
    return ["table"]


async def main():
    latch = Latch(3)
    for n in (2, 1, 3):
        asyncio.create_task(part(latch, n))
    print("latch:", await latch, latch.count, await latch)

    group = WaitGroup()

    async def member(n):
        async with group:
            await asyncio.sleep(n / 10)
            if n == 2:
                raise ValueError("member 2")

    members = [asyncio.create_task(member(n)) for n in (1, 2, 3)]
    await asyncio.sleep(0)
    await group.wait()
    print("group idle at", asyncio.get_running_loop().time(), [m.exception() for m in members if m.done()])
    once = Once(make_table)
    tables = await asyncio.gather(*(once.get() for _ in range(3)))
    print(tables, all(table is tables[0] for table in tables))
    await asyncio.wait(members)

asyncio.run(main())
