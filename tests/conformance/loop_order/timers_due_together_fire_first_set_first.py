"""Equal due times: the timer set first fires first."""
# shows: eventloop / loop.call_later / equal times: first set, first called
import asyncio


async def worker(name, delay):
    await asyncio.sleep(delay)
    print(name, asyncio.get_running_loop().time())


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(worker(n, 1)) for n in range(9)]
    loop.call_later(1, print, "timer set by main")
    for task in tasks:
        await task

asyncio.run(main())
