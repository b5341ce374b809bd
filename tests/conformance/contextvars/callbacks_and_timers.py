"""Callbacks run in the context in which they were set up, or in the one given."""
# shows: contextvars / asyncio support / callbacks run where they were set up
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)


def show(what, *rest):
    print(what, var.get())
    var.set(var.get() + 100)


async def main():
    loop = asyncio.get_running_loop()
    var.set(1)
    loop.call_soon(show, "soon 1")
    loop.call_later(1, show, "later 1")
    future = loop.create_future()
    future.add_done_callback(lambda f: show("callback 1"))
    other = contextvars.copy_context()
    var.set(2)
    loop.call_soon(show, "soon 2")
    loop.call_at(1, show, "at, other", context=other)
    loop.call_soon(show, "soon, other", context=other)
    future.add_done_callback(lambda f: show("callback, other"), context=other)
    loop.call_later(2, future.set_result, None)
    await asyncio.sleep(3)
    print(var.get(), other[var])

    async def child():
        show("child")
        return contextvars.copy_context()

    context = contextvars.copy_context()
    inside = await asyncio.create_task(child(), context=context)
    print(var.get(), context[var], inside[var])
    async with asyncio.TaskGroup() as group:
        group.create_task(child(), context=context)
    with_runner = await loop.create_task(child(), context=context)
    print(context[var], with_runner[var])


asyncio.run(main())
