"""A child that is cancelled: the gather raises CancelledError, but is not cancelled, nor are the others."""
# shows: task / gather / a cancelled child without return_exceptions: CancelledError is raised, the others run on
import asyncio


async def work(seconds):
    await asyncio.sleep(seconds)
    print("done", seconds)
    return seconds


async def main():
    tasks = [asyncio.create_task(work(n)) for n in (1, 2, 3)]
    group = asyncio.gather(*tasks)
    await asyncio.sleep(0.5)
    tasks[1].cancel("just this one")
    try:
        await group
    except asyncio.CancelledError as error:
        print(repr(error), asyncio.current_task().cancelling(), [task.done() for task in tasks])
    print(group.done(), group.cancelled())
    await asyncio.wait(tasks)
    print([task.cancelled() for task in tasks], asyncio.get_running_loop().time())


asyncio.run(main())
