"""What an uncaught group of a task group prints."""
import asyncio


async def fail(delay, error):
    await asyncio.sleep(delay)
    raise error


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(1, ValueError("first")))
        group.create_task(fail(1, TypeError("second")))


asyncio.run(main())
