"""A buffer with room for three, made of a Condition: producers wait for room, consumers for goods."""
import asyncio
from collections import deque


class Buffer:
    def __init__(self, room):
        self._items, self._room = deque(), room
        self._changed = asyncio.Condition()

    async def put(self, item):
        async with self._changed:
            if len(self._items) >= self._room:
                print(f"  full, {item} must wait")
            await self._changed.wait_for(lambda: len(self._items) < self._room)
            self._items.append(item)
            self._changed.notify_all()

    async def take(self):
        async with self._changed:
            while not self._items:
                print("  empty, somebody waits")
                await self._changed.wait()
            item = self._items.popleft()
            self._changed.notify_all()
            return item


async def producer(buffer, name, count, pause):
    for n in range(count):
        await buffer.put(f"{name}{n}")
        print(f"{name} made {name}{n}")
        await asyncio.sleep(pause)


async def consumer(buffer, count):
    for _ in range(count):
        item = await buffer.take()
        print(f"    took {item} at {asyncio.get_running_loop().time():g}")
        await asyncio.sleep(1)


async def main():
    buffer = Buffer(3)
    await asyncio.gather(consumer(buffer, 8), producer(buffer, "a", 4, 0.1), producer(buffer, "b", 4, 0.25))
    condition = asyncio.Condition()
    for action in (condition.notify, condition.notify_all, condition.release):
        try:
            action()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)

asyncio.run(main())
