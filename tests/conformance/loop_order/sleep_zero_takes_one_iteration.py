"""Tasks that sleep(0) take turns; the clock stands still."""
import asyncio


async def worker(name):
    loop = asyncio.get_running_loop()
    for turn in range(3):
        print(name, turn, loop.time())
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(worker("a"), worker("b"), worker("c"))

asyncio.run(main())
