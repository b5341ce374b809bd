"""Leaving in time takes the timer away."""
import asyncio


async def main():
    async with asyncio.timeout(2) as limit:
        await asyncio.sleep(1)
    print(limit.expired(), asyncio.get_running_loop().time())
    await asyncio.sleep(5)
    print("nothing more came")

asyncio.run(main())
