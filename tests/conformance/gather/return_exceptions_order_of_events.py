"""When the awaiter of a gather wakes, relative to other tasks."""
import asyncio


async def child(name, turns):
    for turn in range(turns):
        print(name, turn)
        await asyncio.sleep(0)


async def main():
    ticker = asyncio.create_task(child("ticker", 8))
    await asyncio.gather(child("a", 2), child("b", 3))
    print("gathered")
    await ticker

asyncio.run(main())
