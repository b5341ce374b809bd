"""A timer that came due goes behind callbacks that were ready."""
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(1, print, "timer")
    loop.call_soon(print, "soon 1")
    loop.call_soon(print, "soon 2")
    time.sleep(1)
    await asyncio.sleep(0)
    print("main")

asyncio.run(main())
