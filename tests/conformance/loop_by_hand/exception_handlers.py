"""Exception handlers: set, get, default, and what the context holds."""
# shows: eventloop / loop.set_exception_handler / called with loop and context; None restores the default
# shows: eventloop / loop.get_exception_handler / None at first
# shows: eventloop / loop.call_exception_handler / calls the current handler
# shows: eventloop / loop.default_exception_handler / can be called by one's own
import asyncio


def handler(loop, context):
    print(sorted(context), context["message"], repr(context.get("exception")))
    for key in ("future", "task", "handle", "asyncgen"):
        if key in context:
            print(key, type(context[key]).__name__)


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
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(lambda: 1 / 0)
    asyncio.create_task(fail())
    await asyncio.sleep(1)
    future = loop.create_future()
    future.set_exception(KeyError("future"))
    del future
    loop.call_exception_handler({"message": "by hand", "extra": 5})
    async for each in generate():
        break
    await asyncio.sleep(1)
    loop.default_exception_handler({"message": "default", "exception": OSError("x"), "extra": [1, 2], "b": "text"})
    loop.default_exception_handler({"b": 1, "a": 2})
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "default again", "future": loop.create_future()})
    kept.append(generate())
    await anext(kept[0])
    loop.set_exception_handler(handler)
    kept.append(asyncio.create_task(asyncio.sleep(100)))


kept = []
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
kept.clear()
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
