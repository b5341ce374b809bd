"""wait() takes any iterable of tasks and futures and gives sets."""
# shows: task / wait / returns two sets
# shows: task / wait / FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED with a cancelled one
# shows: task / wait / a timeout raises nothing and cancels nothing
import asyncio


async def work(n, error=None):
    await asyncio.sleep(n)
    if error:
        raise error
    return n


async def main():
    loop = asyncio.get_running_loop()
    for condition in ("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"):
        tasks = [asyncio.create_task(work(3)), asyncio.create_task(work(2, KeyError())),
                 asyncio.create_task(work(1)), asyncio.create_task(work(9))]
        loop.call_later(0.5, tasks[3].cancel)
        done, pending = await asyncio.wait(iter(tasks), return_when=getattr(asyncio, condition))
        print(condition, getattr(asyncio, condition), isinstance(done, set), isinstance(pending, set), loop.time())
        print([t in done for t in tasks], [t in pending for t in tasks])
        if pending:
            await asyncio.wait(pending)
    future = loop.create_future()
    done, pending = await asyncio.wait({future: 1}, timeout=2)
    print(done, pending == {future}, future.done(), loop.time())
    done, pending = await asyncio.wait([future], timeout=0)
    print(len(done), len(pending), loop.time())
    future.set_result(1)
    print(await asyncio.wait((future,), timeout=-1) == ({future}, set()))
    for task in tasks:
        task.cancelled() or task.exception()


asyncio.run(main())
