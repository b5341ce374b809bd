# An exception thrown into a coroutine that awaits while it handles another one loses there the
# frames since its last handler, and what they hold (Python/errors.c, _PyErr_ChainStackItem).
import asyncio
import traceback


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("lets go of", self.name)


class Slow:
    async def __aenter__(self):
        self.noted = Noted("what __aexit__ knows")

    async def __aexit__(self, *details):
        await asyncio.sleep(1)


async def inner():
    noted = Noted("inner")
    await asyncio.sleep(1)


async def catching():
    try:
        await inner()
    finally:
        pass


async def plain():
    await inner()


async def handling(waits):
    try:
        raise NameError("first")
    except NameError:
        await waits()


async def leaving():
    async with Slow():
        raise NameError("first")


async def main():
    for coroutine in plain(), handling(inner), handling(plain), handling(catching), leaving():
        task = asyncio.create_task(coroutine)
        await asyncio.sleep(0.5)
        task.cancel()
        await asyncio.sleep(0.1)
        print("cancelled")
        try:
            await task
        except asyncio.CancelledError as error:
            names = [entry.name for entry in traceback.extract_tb(error.__traceback__)]
            print(names, repr(error.__context__))
        del task


asyncio.run(main())
