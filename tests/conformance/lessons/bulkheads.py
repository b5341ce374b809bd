"""A limit for each service, so that one that is slow cannot eat all the workers."""
import asyncio
from collections import defaultdict


class Busy(Exception):
    pass


class Bulkhead:
    def __init__(self, name, at_once, may_wait):
        self.name, self._slots = name, asyncio.Semaphore(at_once)
        self._may_wait, self._waiting = may_wait, 0
        self.log = defaultdict(int)

    async def __aenter__(self):
        if self._slots.locked() and self._waiting >= self._may_wait:
            self.log["refused"] += 1
            raise Busy(self.name)
        self._waiting += 1
        try:
            await self._slots.acquire()
        finally:
            self._waiting -= 1
        self.log["entered"] += 1

    async def __aexit__(self, kind, error, trace):
        self._slots.release()
        self.log["failed" if error else "fine"] += 1


async def call(bulkhead, seconds):
    try:
        async with bulkhead:
            await asyncio.sleep(seconds)
            if seconds > 2:
                raise TimeoutError("too slow")
            return f"{bulkhead.name} ok at {asyncio.get_running_loop().time():g}"
    except Busy as error:
        return f"{error} busy"
    except TimeoutError as error:
        return f"{bulkhead.name} {error}"


async def main():
    mail, search = Bulkhead("mail", 1, 1), Bulkhead("search", 2, 5)
    results = await asyncio.gather(*(call(mail, 3) for _ in range(4)), *(call(search, 1) for _ in range(5)))
    print(*results, sep="\n")
    print(dict(mail.log), dict(search.log))
    print(await call(mail, 0.5))
    gate = asyncio.BoundedSemaphore(1)
    await gate.acquire()
    gate.release()
    try:
        gate.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)

asyncio.run(main())
