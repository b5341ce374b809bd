"""The second await of one coroutine object raises."""
# shows: task / Awaitables / a coroutine is awaited once
import asyncio


async def once():
    await asyncio.sleep(0)
    return 1


async def main():
    coroutine = once()
    print(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print(error)
    shared = once()
    task = asyncio.create_task(shared)
    await task
    try:
        await shared
    except RuntimeError as error:
        print(error)

asyncio.run(main())
