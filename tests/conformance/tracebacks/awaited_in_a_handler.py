# What is awaited in an `except` block and fails comes with the frames that it came with, but loses
# those that it passes on the way to the block, and what they hold (Python/errors.c,
# _PyErr_ChainStackItem): here the future that wait_for would tie to its own exception.
import asyncio
import traceback


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("lets go of", self.name)


async def failing():
    raise ValueError("second")


async def passing(awaitable):
    return await awaitable


async def handling():
    try:
        raise KeyError("first")
    except KeyError:
        await passing(asyncio.create_task(failing()))


async def limited():
    noted = Noted("limited")
    try:
        raise KeyError("first")
    except KeyError:
        await asyncio.wait_for(asyncio.create_task(failing()), None)


async def main():
    for coroutine in handling(), limited():
        task = asyncio.create_task(coroutine)
        await asyncio.wait([task])
        names = [entry.name for entry in traceback.extract_tb(task.exception().__traceback__)]
        print([name for name in names if name != "wait_for"])
        del task
        print("after")


asyncio.run(main())
print("end")
