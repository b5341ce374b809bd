"""A blocking call cannot be interrupted; the next await is."""
import asyncio
import time


async def main():
    try:
        async with asyncio.timeout(1):
            time.sleep(5)
            print("too late, but nobody could say so")
            await asyncio.sleep(0)
            print("one more turn")
            await asyncio.sleep(0)
            print("never printed")
    except TimeoutError:
        print("expired", time.monotonic())

asyncio.run(main())
