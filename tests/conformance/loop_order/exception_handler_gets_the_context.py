"""set_exception_handler replaces the report."""
import asyncio


def handler(loop, context):
    print(sorted(context))
    print(context["message"].split("(")[0], repr(context["exception"]))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(1)
    loop.call_exception_handler({"message": "mine", "exception": None})

asyncio.run(main())
