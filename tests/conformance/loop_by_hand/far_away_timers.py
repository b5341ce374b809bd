"""Delays of days, of ints and of floats."""
# shows: eventloop / loop.call_later / an int or a float, also of more than a day
# shows: eventloop / loop.call_at / an int or a float, also of more than a day
# shows: eventloop / TimerHandle.when / in the time of loop.time()
import asyncio

DAY = 24 * 3600


async def main():
    loop = asyncio.get_running_loop()
    for delay in (3 * DAY, 2.5 * DAY, 1, 0.5):
        handle = loop.call_later(delay, print, "after", delay)
        print(handle.when(), type(handle.when()).__name__)
    for when in (2 * DAY, DAY + 0.25):
        handle = loop.call_at(when, print, "at", when)
        print(handle.when(), type(handle.when()).__name__)
    await asyncio.sleep(30 * DAY)
    print(loop.time(), type(loop.time()).__name__)


asyncio.run(main())
