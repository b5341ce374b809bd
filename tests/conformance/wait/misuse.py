"""What wait() refuses, and in which words."""
# shows: task / wait / not empty; no coroutines
import asyncio


async def nothing():
    pass


async def attempt(*args, **kwargs):
    try:
        print(await asyncio.wait(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


async def main():
    task = asyncio.create_task(nothing())
    await attempt([])
    await attempt(task)
    await attempt([task], return_when="WHENEVER")
    await attempt([task], return_when=None)
    await attempt(5)
    await attempt([5])
    await attempt([task], timeout="soon")
    coroutine = nothing()
    await attempt([coroutine])
    await attempt(coroutine)
    coroutine.close()
    await attempt()
    await attempt([task], 5)
    print(asyncio.iscoroutinefunction(asyncio.wait))


asyncio.run(main())
