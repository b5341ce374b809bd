"""Whoever cancels a task calls its own cancel(): a time limit, a group that fails, the end of run()."""
import asyncio


class Noisy(asyncio.Task):
    def cancel(self, msg=None):
        print(self.get_loop().time(), "cancel of", self.get_name())
        return super().cancel(msg)


async def limited():
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(5)
    except TimeoutError:
        print("too late")


async def fails():
    await asyncio.sleep(0.5)
    raise ValueError


async def grouped():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(), name="child")
            await asyncio.sleep(5)
    except* ValueError:
        print("failed")


async def main():
    asyncio.get_running_loop().set_task_factory(
        lambda loop, coroutine, **keywords: Noisy(coroutine, loop=loop, **keywords))
    await asyncio.create_task(limited(), name="limited")
    await asyncio.create_task(grouped(), name="grouped")
    asyncio.create_task(asyncio.sleep(5), name="left over")
    await asyncio.sleep(1)


asyncio.run(main())
