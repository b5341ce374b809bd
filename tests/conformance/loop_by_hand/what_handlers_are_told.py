"""What a handler of exceptions is told: the message, and the future, task, handle or generator it is about."""
# shows: eventloop / loop.call_exception_handler / the keys of the context: message, exception, future, task, handle, asyncgen
import asyncio


def handler(loop, context):
    known = ("message", "exception", "future", "task", "handle", "protocol", "transport", "socket", "asyncgen")
    print(loop is asyncio.get_running_loop(), [key for key in known if key in context])
    print(context["message"].split(" <")[0])


async def fail():
    raise ValueError("nobody asks")


async def generate():
    try:
        yield 1
        yield 2
    finally:
        raise LookupError("in clean-up")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    asyncio.create_task(fail())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    future = loop.create_future()
    future.set_exception(KeyError("future"))
    del future
    generator = generate()
    await anext(generator)
    await loop.shutdown_asyncgens()
    loop.call_exception_handler({"message": "by hand", "protocol": "p", "transport": "t", "socket": "s"})


asyncio.run(main())
