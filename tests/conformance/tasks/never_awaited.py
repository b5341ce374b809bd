"""A coroutine that dies without having run is warned about."""
import asyncio


async def forgotten():
    print("never printed")


async def main():
    forgotten()
    print("between")
    coroutine = forgotten()
    coroutine.close()
    print("closing it keeps the warning away")

asyncio.run(main())
