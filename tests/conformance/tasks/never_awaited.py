"""A coroutine that dies without having run is warned about."""
# shows: dev / Detect never-awaited coroutines / reported as the coroutine dies
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
