"""wait_for waits for the cancelled task; an error of its clean-up is raised instead."""
# shows: task / wait_for / an exception during the cancellation is passed on
# shows: task / wait_for / it waits until the task is really cancelled, beyond the timeout
# shows: task / wait_for / with a shield around it the task goes on
import asyncio


async def eternity(error=None):
    try:
        await asyncio.sleep(3600)
    finally:
        await asyncio.sleep(1)
        if error:
            raise error


async def main():
    loop = asyncio.get_running_loop()
    for error in (None, KeyError("clean-up")):
        try:
            await asyncio.wait_for(eternity(error), timeout=1.0)
        except Exception as caught:
            print(loop.time(), repr(caught), repr(caught.__cause__), repr(caught.__context__))
    task = asyncio.create_task(asyncio.sleep(3, "kept"))
    try:
        await asyncio.wait_for(asyncio.shield(task), 1)
    except TimeoutError:
        print(loop.time(), task.done(), await task)
    print(await asyncio.wait_for(asyncio.sleep(5, "no limit"), None), loop.time())
    waiting = asyncio.create_task(asyncio.wait_for(task := asyncio.create_task(eternity()), 50))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait([waiting])
    print(loop.time(), waiting.cancelled(), task.cancelled())
    for wrong in ((), (1,), (asyncio.sleep(0), "x"), (5, 1)):
        try:
            await asyncio.wait_for(*wrong)
        except TypeError as error:
            print(error)


asyncio.run(main())
