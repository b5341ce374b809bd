"""Cancelling who waits leaves the tasks alone; a cancelled task is done, but no exception."""
import asyncio


async def work(delay):
    try:
        await asyncio.sleep(delay)
    finally:
        print("work ends", delay)


async def main():
    tasks = [asyncio.create_task(work(2)), asyncio.create_task(work(4))]

    async def waiter(condition):
        print(await asyncio.wait(tasks, return_when=condition) is None)

    first = asyncio.create_task(waiter(asyncio.ALL_COMPLETED))
    await asyncio.sleep(1)
    first.cancel()
    print(await asyncio.gather(first, return_exceptions=True), [t.done() for t in tasks])
    asyncio.get_running_loop().call_later(0.5, tasks[0].cancel)
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(asyncio.get_running_loop().time(), [t.cancelled() for t in tasks])


asyncio.run(main())
