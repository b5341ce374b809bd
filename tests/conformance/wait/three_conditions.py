"""wait() with each of its conditions; both sets come in the order given."""
# shows: task / wait / returns at the first completed, at the first exception, when all are done
import asyncio


async def work(name, delay, fails=False):
    await asyncio.sleep(delay)
    if fails:
        raise ValueError(name)
    return name


def tasks():
    return [asyncio.create_task(work("slow", 3)), asyncio.create_task(work("quick", 1)),
            asyncio.create_task(work("fails", 2, True))]


async def main():
    for condition in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        start = asyncio.get_running_loop().time()
        done, pending = await asyncio.wait(tasks(), return_when=condition)
        print(condition, asyncio.get_running_loop().time() - start)
        for task in done:
            print(" done", task.exception() or task.result())
        print(" pending", [task.get_coro().__name__ for task in pending])
        for task in pending:
            task.cancel()


asyncio.run(main())
