"""A coroutine function as a callback: the loop drops what it makes, and it is the loop that is named."""
import asyncio


async def never_run():
    print("never printed")


async def never_told(future):
    print("never printed")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(never_run)
    loop.call_later(1, never_run)
    future = loop.create_future()
    future.add_done_callback(never_told)
    future.set_result(None)
    await asyncio.sleep(2)
    print("done")


asyncio.run(main())
