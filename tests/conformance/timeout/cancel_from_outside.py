"""A cancel that is not the limit's own stays a cancel."""
import asyncio


async def work():
    try:
        async with asyncio.timeout(5):
            await asyncio.sleep(10)
    except TimeoutError:
        print("never printed")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    print(task.cancelled(), asyncio.get_running_loop().time())

asyncio.run(main())
