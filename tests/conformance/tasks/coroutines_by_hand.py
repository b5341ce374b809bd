"""An object with the methods of a coroutine is one (collections.abc.Coroutine)."""
import asyncio
import collections.abc


class Countdown(collections.abc.Coroutine):
    def __init__(self, left):
        self.left = left

    def send(self, value):
        print("send", value)
        if self.left == 0:
            raise StopIteration("done")
        self.left -= 1

    def throw(self, kind, value=None, traceback=None):
        print("throw", repr(kind))
        raise kind

    def close(self):
        print("close")

    def __await__(self):
        yield
        return "awaited"


class Alike:
    """Does not say so."""

    inner = None

    def send(self, value):
        if self.inner is None:
            self.inner = asyncio.sleep(1, "slept").__await__()
        return self.inner.send(value)

    def throw(self, *args):
        return self.inner.throw(*args)

    def close(self):
        self.inner.close()

    def __await__(self):
        return asyncio.sleep(1, "slept at once").__await__()


class NoClose:
    def send(self, value):
        raise StopIteration

    def throw(self, *args):
        raise args[0]

    def __await__(self):
        yield
        return "by ensure_future"


async def main():
    for made in (Countdown(1), Alike(), NoClose()):
        print(type(made).__name__, asyncio.iscoroutine(made))
    print(await asyncio.create_task(Countdown(2)))
    print(await Countdown(2), await asyncio.ensure_future(Alike()))
    print(await asyncio.gather(Alike(), Countdown(0)))
    print(await asyncio.ensure_future(NoClose()))
    try:
        asyncio.create_task(NoClose())
    except TypeError as error:
        print(str(error).split("<")[0])
    task = asyncio.create_task(Countdown(5), name="T")
    print(repr(task).split(" object")[0].split(" at ")[0])
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), await asyncio.wait_for(Alike(), 3))


asyncio.run(main())
