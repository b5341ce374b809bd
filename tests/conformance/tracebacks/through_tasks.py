"""The frames of an error that went through two tasks."""
import asyncio


async def inner():
    await asyncio.sleep(1)
    return [1, 2, 3][5]


async def outer():
    return await asyncio.create_task(inner())


async def main():
    await asyncio.gather(outer(), asyncio.sleep(2))

asyncio.run(main())
