"""A task runs in a copy of the context in which it was made."""
# shows: contextvars / asyncio support / tasks have copies
import asyncio
import contextvars

request = contextvars.ContextVar("request", default="none")


async def handle(name, delay):
    before = request.get()
    request.set(name)
    await asyncio.sleep(delay)
    await inner()
    return before, request.get()


async def inner():
    request.set(request.get() + "+")


async def main():
    request.set("main")
    print(await asyncio.gather(handle("a", 2), handle("b", 1), handle("c", 0)))
    print(request.get())
    await handle("awaited", 1)
    print(request.get())
    task = asyncio.create_task(handle("task", 1))
    request.set("changed later")
    print(await task, request.get())


asyncio.run(main())
print(request.get())
