"""Asynchronous iteration by __aiter__/__anext__ and by a generator, and comprehensions over both."""
import asyncio


class Ticker:
    def __init__(self, stop, delay=0.1):
        self.stop, self.delay, self.current = stop, delay, 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.current >= self.stop:
            raise StopAsyncIteration
        await asyncio.sleep(self.delay)
        self.current += 1
        return self.current


async def ticker(stop, delay=0.1):
    for n in range(1, stop + 1):
        await asyncio.sleep(delay)
        yield n


async def double(n):
    await asyncio.sleep(0.01)
    return n * 2


async def main():
    async for n in Ticker(3):
        print("class", n)
    else:
        print("class exhausted")
    async for n in ticker(3):
        if n == 2:
            continue
        print("generator", n)
    print([n async for n in Ticker(4) if n % 2], {n: n * n async for n in ticker(3)}, {n % 2 async for n in ticker(4)})
    print([await double(n) for n in range(3)], [await double(n) async for n in ticker(3)])
    lazy = (await double(n) async for n in ticker(2))
    print(type(lazy).__name__, [n async for n in lazy])
    iterator = aiter(Ticker(1))
    print(await anext(iterator), await anext(iterator, "no more"))
    try:
        await anext(iterator)
    except StopAsyncIteration as stop:
        print(repr(stop))
    agen = ticker(5)
    print(await agen.__anext__(), await agen.asend(None))
    await agen.aclose()
    print([n async for n in agen])

    async def row(name, source):
        return [f"{name}{n}" async for n in source]
    print(await asyncio.gather(row("a", ticker(3)), row("b", Ticker(2, 0.15))))
    for wrong in (Ticker, [1], 5):
        try:
            async for _ in wrong:
                pass
        except TypeError as error:
            print(error)
    try:
        for _ in ticker(1):
            pass
    except TypeError as error:
        print(error)
    try:
        with asyncio.Lock():
            pass
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


asyncio.run(main())
