# /// coroscope
# title = "The bakery"
# summary = "A queue between two tasks, and what if it is full"
# category = "Queues"
# level = 2
# ///
"""A queue lets two tasks work at different speeds.

The baker takes 1 second a loaf, the seller 2, and the shelf holds
two loaves. At first the baker runs ahead; when the shelf is full,
put() waits until the seller has taken one. That is back pressure:
the slower one sets the pace.
"""
import asyncio


async def baker(shelf):
    for loaf in range(1, 7):
        await asyncio.sleep(1)
        await shelf.put(loaf)
        print(f"loaf {loaf} is out, {shelf.qsize()} on the shelf")
    await shelf.put(None)  # nothing more will come


async def seller(shelf):
    while (loaf := await shelf.get()) is not None:
        await asyncio.sleep(2)
        print(f"  loaf {loaf} is sold")


async def main():
    shelf = asyncio.Queue(maxsize=2)
    await asyncio.gather(baker(shelf), seller(shelf))


asyncio.run(main())
