"""SystemExit of a task leaves the loop; KeyboardInterrupt in the block goes before errors."""
# shows: task / TaskGroup / KeyboardInterrupt in the block goes before errors
import asyncio


async def fail():
    try:
        await asyncio.sleep(5)
    finally:
        raise ValueError("hidden")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail())
        await asyncio.sleep(1)
        raise KeyboardInterrupt("now")


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print(repr(error), repr(error.__context__))
