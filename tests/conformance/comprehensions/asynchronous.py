"""await and async for inside comprehensions."""
import asyncio


class Numbers:
    def __init__(self, n):
        self.left = list(range(n))

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        await asyncio.sleep(1)
        return self.left.pop(0)


async def double(n):
    await asyncio.sleep(0.5)
    return 2 * n


async def main():
    print([n async for n in Numbers(3)])
    print([await double(n) for n in range(3)])
    print({n: await double(n) async for n in Numbers(3) if n != 1})
    print(asyncio.get_running_loop().time())

asyncio.run(main())
