"""An exception in a callback is logged; the loop goes on."""
import asyncio


def broken(value):
    print("broken", value)
    raise ValueError(value)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(broken, 1)
    loop.call_soon(print, "next callback")
    await asyncio.sleep(0)
    print("main is untouched")

asyncio.run(main())
