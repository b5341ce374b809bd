# /// coroscope
# title = "A countdown, number by number"
# summary = "An asynchronous generator may wait between values"
# category = "One after another"
# level = 3
# ///
"""async for asks for the next value and waits until it is there.

The generator sleeps before each number; while it does, other
tasks run. It is no task of its own: it runs inside of the one
that iterates over it.
"""
import asyncio


async def countdown(start):
    for number in range(start, 0, -1):
        await asyncio.sleep(1)
        yield number


async def crowd():
    for shout in ("wait for it", "wait for it", "now!"):
        await asyncio.sleep(1.25)
        print("  crowd:", shout)


async def main():
    watching = asyncio.create_task(crowd(), name="crowd")
    async for number in countdown(3):
        print(number)
    print("lift-off")
    even = [n async for n in countdown(4) if n % 2 == 0]
    print("even numbers:", even)
    await watching


asyncio.run(main())
