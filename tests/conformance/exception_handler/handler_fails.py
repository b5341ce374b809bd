"""An error in the handler itself is reported; SystemExit leaves the loop."""
# shows: eventloop / loop.call_exception_handler / an error in the handler itself
import asyncio


def handler(loop, context):
    if context.get("exit"):
        raise SystemExit(3)
    raise TypeError("in the handler")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_exception_handler({"message": "first", "exception": ValueError("x")})
    loop.call_soon(loop.call_exception_handler, {"exit": True})
    await asyncio.sleep(1)
    print("not reached")


asyncio.run(main())
