"""An asynchronous iterator that wraps another and keeps a pace."""
import asyncio


class Paced:
    def __init__(self, source, interval):
        self.source, self.interval, self.due = aiter(source), interval, None

    def __aiter__(self):
        return self

    async def __anext__(self):
        loop = asyncio.get_running_loop()
        item = await anext(self.source)
        if self.due is not None and (wait := self.due - loop.time()) > 0:
            await asyncio.sleep(wait)
        self.due = loop.time() + self.interval
        return item


async def bursts():
    for size in (3, 2):
        for n in range(size):
            yield f"{size}.{n}"
        await asyncio.sleep(1)


async def main():
    async for item in Paced(bursts(), 0.3):
        print(f"{asyncio.get_running_loop().time():.1f} {item}")
    print([x async for x in Paced(bursts(), 0) if x.endswith("0")])


asyncio.run(main())
