"""Which iteration hears of the result, relative to a ticking task."""
import asyncio


async def ticker():
    for n in range(8):
        print("tick", n)
        await asyncio.sleep(0)


async def quick():
    await asyncio.sleep(0)
    return "quick"


async def main():
    task = asyncio.create_task(ticker())
    print(await asyncio.wait_for(quick(), 5))
    print(await asyncio.wait_for(quick(), None))
    try:
        await asyncio.wait_for(quick(), 0)
    except asyncio.TimeoutError:
        print("no time")
    await task

asyncio.run(main())
