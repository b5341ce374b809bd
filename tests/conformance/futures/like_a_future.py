# A task awaits what has the methods of a future, but is none of asyncio's.
import asyncio


class Like:
    _asyncio_future_blocking = False

    def __init__(self):
        self.loop = asyncio.get_running_loop()
        self.callbacks = []
        self.value = self.error = None
        self.is_done = False

    def __repr__(self):
        return "<Like>"

    def get_loop(self):
        return self.loop

    def add_done_callback(self, fn, *, context):
        print("added", self._asyncio_future_blocking)
        self.callbacks.append((fn, context))

    def cancel(self, msg=None):
        print("cancel", msg)
        self.end(error=asyncio.CancelledError(msg))
        return True

    def result(self):
        if self.error is not None:
            raise self.error
        return self.value

    def end(self, value=None, error=None):
        self.is_done, self.value, self.error = True, value, error
        for fn, context in self.callbacks:
            self.loop.call_soon(fn, self, context=context)

    def __await__(self):
        if not self.is_done:
            self._asyncio_future_blocking = True
            yield self
        return self.result()


class Yields:
    def __await__(self):
        yield Like()


async def waits(like):
    return await like


async def main():
    like = Like()
    like.loop.call_later(1, like.end, 42)
    print(await like, like.loop.time())
    like = Like()
    like.loop.call_later(1, like.end, None, LookupError("nothing"))
    try:
        await like
    except LookupError as error:
        print(repr(error))
    for how in ("while it waits", "before"):
        task = asyncio.create_task(waits(Like()))
        if how == "while it waits":
            await asyncio.sleep(0)
            print(str(task).partition("wait_for=")[2])
        task.cancel(how)
        try:
            await task
        except asyncio.CancelledError as error:
            print(repr(error), task.cancelled())
    try:
        await Yields()
    except RuntimeError as error:
        print(str(error)[:43], str(error)[-11:])


asyncio.run(main())
