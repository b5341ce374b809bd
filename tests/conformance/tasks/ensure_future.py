"""ensure_future makes a task of a coroutine and leaves futures alone."""
# shows: future / ensure_future / tasks of coroutines, futures as they are
import asyncio


async def child():
    return "value"


async def main():
    task = asyncio.ensure_future(child())
    print(task.get_name(), asyncio.ensure_future(task) is task)
    future = asyncio.get_running_loop().create_future()
    print(asyncio.ensure_future(future) is future)
    future.cancel()
    print(await task, asyncio.isfuture(task), asyncio.iscoroutine(task))

asyncio.run(main())
