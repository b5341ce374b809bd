"""Callbacks run in the order in which call_soon got them."""
# shows: eventloop / loop.call_soon / in the order of registering
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for name in "abc":
        loop.call_soon(print, "callback", name)
    print("main goes on first")
    await asyncio.sleep(0)
    print("main again")

asyncio.run(main())
