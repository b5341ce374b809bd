"""Default names count on, also past tasks that were named."""
import asyncio


async def nothing():
    pass


async def main():
    print(asyncio.current_task().get_name())
    a = asyncio.create_task(nothing())
    b = asyncio.create_task(nothing(), name="mine")
    c = asyncio.create_task(nothing(), name=None)
    d = asyncio.create_task(nothing(), name=7)
    print([t.get_name() for t in (a, b, c, d)])
    await asyncio.gather(a, b, c, d, nothing())

asyncio.run(main())
asyncio.run(main())
