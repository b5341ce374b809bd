"""A lock that many readers share and one writer has alone; writers go first."""
import asyncio
from contextlib import asynccontextmanager


class ReadWriteLock:
    def __init__(self):
        self._condition = asyncio.Condition()
        self._readers = self._writers_waiting = 0
        self._writing = False

    @asynccontextmanager
    async def reading(self):
        async with self._condition:
            await self._condition.wait_for(lambda: not self._writing and not self._writers_waiting)
            self._readers += 1
        try:
            yield
        finally:
            async with self._condition:
                self._readers -= 1
                self._condition.notify_all()

    @asynccontextmanager
    async def writing(self):
        async with self._condition:
            self._writers_waiting += 1
            try:
                await self._condition.wait_for(lambda: not self._writing and not self._readers)
            finally:
                self._writers_waiting -= 1
            self._writing = True
        try:
            yield
        finally:
            async with self._condition:
                self._writing = False
                self._condition.notify_all()


def say(*words):
    print(f"{asyncio.get_running_loop().time():4.1f}", *words)


async def reader(name, lock, board, start):
    await asyncio.sleep(start)
    async with lock.reading():
        say(name, "reads", board)
        await asyncio.sleep(1)
    say(name, "leaves")


async def writer(name, lock, board, start):
    await asyncio.sleep(start)
    say(name, "wants to write")
    async with lock.writing():
        say(name, "writes")
        await asyncio.sleep(0.5)
        board.append(name)


async def main():
    lock, board = ReadWriteLock(), []
    await asyncio.gather(*(reader(f"r{i}", lock, board, i * 0.4) for i in range(5)), writer("w", lock, board, 0.5), writer("v", lock, board, 0.6))
    print(board)

asyncio.run(main())
