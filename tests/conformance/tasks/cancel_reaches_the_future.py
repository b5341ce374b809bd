"""Cancelling a task cancels the future that it awaits."""
# shows: task / Task / a cancel cancels the future that the coroutine awaits
# shows: task / Task / suspended until the awaited future is done, while others run
import asyncio


async def waits(future):
    print("waits")
    print("resumed with", await future)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(lambda f: print("future cancelled:", f.cancelled()))
    task = asyncio.create_task(waits(future))
    await asyncio.sleep(1)
    task.cancel("enough")
    print(future.cancelled(), task.cancelled())
    await asyncio.wait([task])
    print(future.cancelled(), task.cancelled())
    future = loop.create_future()
    task = asyncio.create_task(waits(future))
    loop.call_later(2, future.set_result, "a value")
    for _ in range(3):
        await asyncio.sleep(1)
        print("main runs meanwhile", task.done())


asyncio.run(main())
