"""Transactions by an asynchronous context manager: commit, roll back, and savepoints."""
import asyncio
from contextlib import asynccontextmanager


class Store:
    def __init__(self, **data):
        self.data, self._lock = data, asyncio.Lock()

    @asynccontextmanager
    async def transaction(self):
        async with self._lock:
            changes = Changes(self.data)
            try:
                yield changes
            except BaseException as error:
                print(f"  rolled back by {error!r}")
                raise
            else:
                await asyncio.sleep(0.1)
                changes.apply()
                print("  committed", changes.mine)


class Changes:
    def __init__(self, data):
        self._data, self.mine = data, {}

    def __getitem__(self, key):
        return self.mine[key] if key in self.mine else self._data[key]

    def __setitem__(self, key, value):
        self.mine[key] = value

    def apply(self):
        self._data.update(self.mine)

    @asynccontextmanager
    async def savepoint(self):
        before = dict(self.mine)
        try:
            yield
        except ValueError as error:
            print(f"  back to the savepoint: {error}")
            self.mine = before


async def move(store, source, target, amount):
    async with store.transaction() as t:
        t[target] += amount
        await asyncio.sleep(0.5)
        t[source] -= amount
        if t[source] < 0:
            raise ValueError(f"{source} would have {t[source]}")


async def main():
    store = Store(ann=10, bob=0)
    await move(store, "ann", "bob", 4)
    print(await asyncio.gather(move(store, "ann", "bob", 5), move(store, "ann", "bob", 5), return_exceptions=True), store.data)
    slow = asyncio.create_task(move(store, "bob", "ann", 9))
    await asyncio.sleep(0.2)
    slow.cancel()
    try:
        await slow
    except asyncio.CancelledError:
        print("cancelled", store.data)
    async with store.transaction() as t:
        t["cid"] = 1
        async with t.savepoint():
            t["cid"] = 2
            raise ValueError("not two")
        t["dan"] = t["cid"] + 1
    try:
        async with store.transaction() as t:
            t["nobody"] += 1
    except KeyError as error:
        print("KeyError", error)
    print(store.data)

asyncio.run(main())
