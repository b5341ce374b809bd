"""A pool of connections made when first needed, handed out by an asynchronous context manager."""
import asyncio
from contextlib import asynccontextmanager
from itertools import count


class Connection:
    numbers = count(1)

    def __init__(self):
        self.number, self.open, self.used = next(self.numbers), False, 0

    async def connect(self):
        await asyncio.sleep(0.5)
        self.open = True
        print(f"  connection {self.number} opened")
        return self

    async def query(self, text):
        if not self.open:
            raise ConnectionError(f"connection {self.number} is closed")
        self.used += 1
        await asyncio.sleep(len(text) / 10)
        if text == "crash":
            self.open = False
            raise ConnectionError(f"connection {self.number} is lost")
        return f"{text}@{self.number}"


class Pool:
    def __init__(self, limit):
        self._free, self._limit, self._made = asyncio.LifoQueue(), limit, []

    async def _get(self):
        if self._free.empty() and sum(c.open for c in self._made) < self._limit:
            connection = Connection()
            connection.open = True
            self._made.append(connection)
            return await connection.connect()
        return await self._free.get()

    @asynccontextmanager
    async def connection(self):
        taken = await self._get()
        try:
            yield taken
        finally:
            if taken.open:
                self._free.put_nowait(taken)
            else:
                print(f"  connection {taken.number} is thrown away")

    def report(self):
        return {c.number: c.used for c in self._made}


async def client(pool, text):
    async with pool.connection() as connection:
        return await connection.query(text)


async def main():
    pool = Pool(2)
    print(await asyncio.gather(*(client(pool, text) for text in ("select", "crash", "insert", "update", "drop")), return_exceptions=True))
    print(await client(pool, "count"), pool.report(), f"{asyncio.get_running_loop().time():.2f}")

asyncio.run(main())
