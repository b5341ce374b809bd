"""Wrapping an API of callbacks: a future for one answer, a queue for many."""
import asyncio


class OldClient:
    """Calls back on success or failure; knows nothing of coroutines."""

    def __init__(self, loop):
        self._loop = loop

    def fetch(self, key, on_success, on_error):
        if key.startswith("bad"):
            return self._loop.call_later(0.2, on_error, LookupError(key))
        return self._loop.call_later(0.1 * len(key), on_success, key.upper())

    def subscribe(self, count, on_item, on_end):
        for n in range(count):
            self._loop.call_later(n * 0.5, on_item, n)
        self._loop.call_later(count * 0.5, on_end)


class NewClient:
    def __init__(self):
        self._loop = asyncio.get_running_loop()
        self._old = OldClient(self._loop)

    async def fetch(self, key):
        answer = self._loop.create_future()

        def settle(setter, value):
            if not answer.done():
                setter(value)

        handle = self._old.fetch(key, lambda v: settle(answer.set_result, v), lambda e: settle(answer.set_exception, e))
        try:
            return await answer
        finally:
            if answer.cancelled():
                handle.cancel()
                print("  took back", key)

    async def items(self, count):
        queue = asyncio.Queue()
        self._old.subscribe(count, lambda n: queue.put_nowait((n,)), lambda: queue.put_nowait(()))
        while item := await queue.get():
            yield item[0]


async def main():
    client = NewClient()
    print(await client.fetch("abc"))
    print(await asyncio.gather(client.fetch("x"), client.fetch("bad key"), return_exceptions=True))
    try:
        await asyncio.wait_for(client.fetch("a very long key"), 0.5)
    except TimeoutError:
        print("timed out at", round(asyncio.get_running_loop().time(), 2))
    async for n in client.items(3):
        print("item", n, round(asyncio.get_running_loop().time(), 2))
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError("kept"))
    print(future.done(), future.exception())
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as error:
        print(error)
    try:
        future.set_exception(StopIteration)
    except (TypeError, asyncio.InvalidStateError) as error:
        print(error)

asyncio.run(main())
