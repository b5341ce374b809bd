"""An exception handler is called while the exception of a callback is being handled."""
import asyncio
import sys


def handler(loop, context):
    print(context["message"].split(" at ")[0], repr(sys.exc_info()[1]))
    try:
        raise LookupError("inside")
    except LookupError as error:
        print(repr(error.__context__))
    raise RuntimeError("in the handler")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(1)
    print(sys.exc_info())


asyncio.run(main())
