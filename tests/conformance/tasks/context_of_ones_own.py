"""A task runs in the context given to it, or in a copy of the current one."""
# shows: task / create_task / context= gives the context itself, without it a copy is made
# shows: eventloop / loop.create_task / context= as with create_task
# shows: task / TaskGroup.create_task / name= and context= as with create_task
import asyncio
import contextvars

where = contextvars.ContextVar("where", default="nowhere")


async def visit(place):
    before = where.get()
    where.set(place)
    await asyncio.sleep(0)
    return before, where.get()


async def main():
    mine = contextvars.copy_context()
    mine.run(where.set, "mine")
    print(await asyncio.create_task(visit("copy")), where.get())
    print(await asyncio.create_task(visit("own"), context=mine), where.get(), mine[where])
    print(await asyncio.get_running_loop().create_task(visit("loop"), context=mine), mine[where])
    async with asyncio.TaskGroup() as group:
        task = group.create_task(visit("group"), name="grouped", context=mine)
    print(task.get_name(), task.result(), mine[where])
    for wrong in (None,):
        coroutine = visit("never")
        try:
            print(await asyncio.create_task(coroutine, context=wrong))
        except TypeError as error:
            print(type(error).__name__)
    try:
        asyncio.create_task(coroutine, "positional")
    except TypeError as error:
        print(error)


asyncio.run(main())
