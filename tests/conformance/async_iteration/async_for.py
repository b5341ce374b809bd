"""__aiter__ and __anext__, StopAsyncIteration, else and break."""
import asyncio


class Ticks:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(1)
        return asyncio.get_running_loop().time()


async def main():
    async for t in Ticks(3):
        print("tick", t)
    else:
        print("ended")
    async for t in Ticks(9):
        if t > 5:
            break
        print("tick", t)
    try:
        async for x in [1]:
            pass
    except TypeError as error:
        print(error)

asyncio.run(main())
