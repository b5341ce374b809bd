"""Done exactly when the limit is up."""
import asyncio


async def work(seconds):
    await asyncio.sleep(seconds)
    return "just in time"


async def main():
    try:
        print(await asyncio.wait_for(work(2), 2))
    except asyncio.TimeoutError:
        print("just too late")
    task = asyncio.create_task(work(2))
    await asyncio.sleep(0)
    try:
        print(await asyncio.wait_for(task, 2))
    except asyncio.TimeoutError:
        print("just too late")

asyncio.run(main())
