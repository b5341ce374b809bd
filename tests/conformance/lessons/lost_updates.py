"""A race without threads: read, await, write; and three ways to mend it."""
import asyncio


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = asyncio.Lock()

    async def careless(self):
        seen = self.value
        await asyncio.sleep(0)
        self.value = seen + 1

    async def locked(self):
        async with self.lock:
            seen = self.value
            await asyncio.sleep(0)
            self.value = seen + 1

    async def quick(self):
        await asyncio.sleep(0)
        self.value += 1

    async def by_queue(self, queue):
        await queue.put(1)


async def adder(counter, queue):
    while (step := await queue.get()) is not None:
        counter.value += step


async def main():
    for name in ("careless", "locked", "quick"):
        counter = Counter()
        await asyncio.gather(*(getattr(counter, name)() for _ in range(10)))
        print(f"{name:<10}{counter.value:>4}")

    counter, queue = Counter(), asyncio.Queue()
    owner = asyncio.create_task(adder(counter, queue))
    await asyncio.gather(*(counter.by_queue(queue) for _ in range(10)))
    await queue.put(None)
    await owner
    print(f"{'one owner':<10}{counter.value:>4}")

    lock = asyncio.Lock()
    print(lock.locked(), repr(lock).endswith("[unlocked]>"))
    async with lock:
        print(lock.locked(), repr(lock).endswith("[locked]>"))
    try:
        lock.release()
    except RuntimeError as error:
        print(error)

asyncio.run(main())
