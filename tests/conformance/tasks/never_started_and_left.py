"""A coroutine whose task is cancelled before it starts was never awaited: it dies with the runner's list of what was left."""
import asyncio


async def main():
    asyncio.create_task(asyncio.sleep(1))
    asyncio.create_task(left())


async def left():
    pass


asyncio.run(main())
