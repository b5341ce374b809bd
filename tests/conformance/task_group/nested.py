"""An inner group's error is a group within the outer one's."""
# shows: task / TaskGroup / groups inside of groups
import asyncio


async def fail(text, delay):
    await asyncio.sleep(delay)
    raise ValueError(text)


async def inner():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail("inner 1", 1))
        group.create_task(fail("inner 2", 1))


async def main():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(inner())
        outer.create_task(fail("outer", 3))
        async with asyncio.TaskGroup() as second:
            second.create_task(asyncio.sleep(9))


try:
    asyncio.run(main())
except ExceptionGroup as error:
    print(repr(error))
    raise
