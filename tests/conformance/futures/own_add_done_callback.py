"""A task that awaits a future of the program's own class asks that to call it back."""
import asyncio
import contextvars

who = contextvars.ContextVar("who", default="nobody")


class Asked(asyncio.Future):
    def add_done_callback(self, callback, *, context=None):
        print("asked by", context[who] if context is not None else None)
        super().add_done_callback(callback, context=context)


class Early(asyncio.Future):
    def add_done_callback(self, callback, *, context=None):
        try:
            callback(self)
        except RuntimeError as error:
            print(str(error).split("<")[0])
        super().add_done_callback(callback, context=context)


class Unasked(asyncio.Future):
    pass


async def wait_for(future, name):
    if name:
        who.set(name)
    try:
        print(name, "got", await future, "as", who.get())
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    loop = asyncio.get_running_loop()
    who.set("main")
    kinds = [Asked, Early, Unasked]
    futures = [kind() for kind in kinds]
    tasks = [asyncio.create_task(wait_for(future, kind.__name__)) for future, kind in zip(futures, kinds)]
    for at, future in enumerate(futures):
        loop.call_later(at + 1, future.set_result, at)
    await asyncio.wait(tasks)
    for kind in kinds:
        task = asyncio.create_task(wait_for(kind(), kind.__name__))
        await asyncio.sleep(0)
        task.cancel()
        print(await asyncio.gather(task, return_exceptions=True))
    failing = Asked()
    loop.call_soon(failing.set_exception, ValueError("no"))
    try:
        await failing
    except ValueError as error:
        print(repr(error))


asyncio.run(main())
