"""Cancelling goes from each gather or task to what it waits for, one call deeper each time."""
import asyncio


async def chain(depth):
    if depth == 0:
        await asyncio.sleep(10)
    else:
        await asyncio.create_task(chain(depth - 1))


async def main():
    inner = asyncio.get_running_loop().create_future()
    outer = inner
    for _ in range(2000):
        outer = asyncio.gather(outer)
    try:
        outer.cancel()
    except RecursionError as error:
        print("gather:", error)
    print(inner.cancelled(), outer.cancelled())

    task = asyncio.create_task(chain(400))
    await asyncio.sleep(1)
    print("task:", task.cancel())
    await asyncio.wait([task])
    print(task)


asyncio.run(main())
