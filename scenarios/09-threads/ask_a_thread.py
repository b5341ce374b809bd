# /// coroscope
# title = "Let a thread do it"
# summary = "to_thread keeps a blocking call off the loop"
# category = "Threads"
# level = 3
# ///
"""What cannot await can still be kept off the loop.

The old printer blocks for 3 seconds. Called directly it freezes
the clock tower, which should strike every second. Handed to a
thread by to_thread, it blocks only that thread: the loop goes on,
and the tower strikes on time.
"""
import asyncio
import time


def print_page(text):
    time.sleep(3)  # an old driver: no await in it
    return f"printed {text!r}"


async def tower():
    clock = asyncio.get_running_loop().time
    began = clock()
    while True:
        await asyncio.sleep(1)
        print(f"  bong at {clock() - began:.0f} s")


async def main():
    strikes = asyncio.create_task(tower(), name="tower")
    await asyncio.sleep(0)
    print(print_page("on the loop"))
    print(await asyncio.to_thread(print_page, "in a thread"))
    strikes.cancel()


asyncio.run(main())
