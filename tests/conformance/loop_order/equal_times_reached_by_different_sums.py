"""0.1 + 0.2 is a hair later than 0.3, yet due within the resolution."""
import asyncio


async def worker(name, *delays):
    for delay in delays:
        await asyncio.sleep(delay)
    print(name, asyncio.get_running_loop().time())


async def main():
    await asyncio.gather(
        worker("1+1", 1, 1), worker("2", 2), worker("1.5+0.5", 1.5, 0.5),
        worker("0.1+0.2", 0.1, 0.2), worker("0.3", 0.3))

asyncio.run(main())
