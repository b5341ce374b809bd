"""StopIteration cannot leave a coroutine."""
import asyncio


async def stopping():
    raise StopIteration("value")


async def main():
    try:
        await stopping()
    except RuntimeError as error:
        print(error)
    task = asyncio.create_task(stopping())
    await asyncio.wait_for(asyncio.sleep(0), 1)
    print(repr(task.exception()))

asyncio.run(main())
