"""The inner error after the outer cancel is retrieved by nobody."""
import asyncio


async def inner():
    await asyncio.sleep(2)
    raise ValueError("too late to be heard")


async def main():
    shielded = asyncio.shield(inner())
    await asyncio.sleep(1)
    shielded.cancel()
    await asyncio.sleep(2)
    print("main ends", shielded.cancelled())

asyncio.run(main())
