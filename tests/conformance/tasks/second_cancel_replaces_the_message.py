"""Two cancels before delivery: the last message counts, one error."""
import asyncio


async def child():
    for _ in range(2):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as error:
            print(error, asyncio.current_task().cancelling())


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    print(task.cancel("one"), task.cancel("two"), task.cancelling())
    await task
    print(asyncio.get_running_loop().time())

asyncio.run(main())
