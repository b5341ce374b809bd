"""cancelling() counts requests, uncancel() takes one back."""
# shows: task / Task.uncancel / takes a request back
import asyncio


async def child():
    task = asyncio.current_task()
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("count", task.cancelling())
        print("uncancel", task.uncancel(), task.uncancel(), task.uncancel())
    await asyncio.sleep(1)
    return "went on"


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(1)
    task.cancel()
    task.cancel()
    print(await task, task.cancelling(), task.cancelled())

asyncio.run(main())
