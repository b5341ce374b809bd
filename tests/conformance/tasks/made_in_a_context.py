"""asyncio.Task takes a context as create_task does."""
# shows: extending / Task / context=, name= and loop= of the constructor
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="unset")


async def exchange(value):
    before = var.get()
    var.set(value)
    return before


async def main():
    own = contextvars.copy_context()
    own.run(var.set, "own")
    task = asyncio.Task(exchange("changed"), context=own, name="named", loop=asyncio.get_running_loop())
    print(task.get_name(), await task, own[var], var.get())
    task = asyncio.Task(exchange("in a copy"), context=None)
    print(await task, own[var], var.get())


asyncio.run(main())
