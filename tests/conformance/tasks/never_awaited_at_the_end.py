"""A coroutine still unawaited when the program ends is warned about."""
import asyncio


async def forgotten():
    pass


async def main():
    return forgotten()

kept = asyncio.run(main())
print("end")
