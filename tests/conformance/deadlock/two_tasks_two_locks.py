"""Two tasks take two locks in opposite orders: each holds what the other waits for."""
import asyncio


async def worker(first, second):
    async with first:
        await asyncio.sleep(1)
        async with second:
            print("never")


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(worker(a, b), worker(b, a))


asyncio.run(main())
