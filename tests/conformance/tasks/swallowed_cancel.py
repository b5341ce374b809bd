"""A task that catches CancelledError goes on and returns."""
# shows: task / Task.cancel / the coroutine may suppress it
import asyncio


async def stubborn():
    while True:
        try:
            await asyncio.sleep(3)
            return "finished at last"
        except asyncio.CancelledError:
            print("no", asyncio.get_running_loop().time())


async def main():
    task = asyncio.create_task(stubborn())
    for _ in range(3):
        await asyncio.sleep(1)
        task.cancel()
    print(await task, task.cancelled())

asyncio.run(main())
