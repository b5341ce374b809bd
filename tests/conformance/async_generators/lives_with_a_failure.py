"""A generator that ended by an error lives as long as that: the loop still finds it at its end."""
import asyncio


async def gate():
    await asyncio.sleep(1)
    yield


async def passes():
    await anext(gate())


async def grouped():
    async with asyncio.TaskGroup():
        await passes()


async def in_time(awaitable):
    try:
        await asyncio.wait_for(awaitable, 0.5)
    except TimeoutError:
        print("too late")


async def main():
    await in_time(passes())
    await in_time(grouped())
    await in_time(asyncio.gather(passes()))
    await asyncio.wait_for(asyncio.gather(asyncio.shield(passes()), passes()), 0.5)


try:
    asyncio.run(main())
except TimeoutError:
    print("end")
