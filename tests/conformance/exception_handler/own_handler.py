"""A handler of one's own gets the context; the default one can still be called."""
# shows: eventloop / loop.set_exception_handler / and the default one from within
import asyncio


def handler(loop, context):
    print(loop.time(), list(context), context["message"].split(" at ")[0], repr(context.get("exception")))
    if "default" in str(context.get("exception")):
        loop.default_exception_handler(context)


def fail(text):
    raise ValueError(text)


async def raise_it():
    raise KeyError("never seen")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    loop.call_soon(fail, "first")
    loop.call_later(1, fail, "then the default")
    asyncio.create_task(raise_it())
    await asyncio.sleep(2)
    future = loop.create_future()
    future.set_exception(OSError("lost"))
    del future
    loop.call_exception_handler({"message": "by hand", "more": 1})
    print(loop.get_exception_handler() is handler)
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "by hand", "more": [1, 2], "exception": ValueError("x")})
    loop.call_exception_handler({})


asyncio.run(main())
