"""Callbacks set before the loop runs come before the main task."""
import asyncio

loop = asyncio.new_event_loop()
loop.call_soon(print, "set first")


async def main():
    print("main")
    await asyncio.sleep(0)
    print("main ends")

loop.run_until_complete(main())
loop.close()
