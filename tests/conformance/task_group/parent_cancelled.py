"""Cancelling the parent cancels the tasks; errors of theirs go before the cancelling."""
# shows: task / TaskGroup / a cancel of the parent cancels the tasks
import asyncio


async def work(fails):
    try:
        await asyncio.sleep(5)
    finally:
        if fails:
            raise ValueError("at the end")


async def parent(fails, in_block):
    async with asyncio.TaskGroup() as group:
        group.create_task(work(fails))
        group.create_task(work(False))
        if in_block:
            await asyncio.sleep(10)


async def main():
    for fails in (False, True):
        for in_block in (False, True):
            task = asyncio.create_task(parent(fails, in_block))
            await asyncio.sleep(1)
            task.cancel("stop")
            try:
                await task
            except BaseException as error:
                print(fails, in_block, repr(error), task.cancelled(), task.cancelling())


asyncio.run(main())
