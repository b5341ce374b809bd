# /// coroscope
# title = "Closing time"
# summary = "asyncio.timeout bounds a whole block"
# category = "Groups of tasks"
# level = 2
# ///
"""A timeout is a cancellation that comes by the clock.

The museum closes after 5 seconds, whatever is being looked at. At
that moment the timeout cancels the task; outside the block the
cancellation has turned into TimeoutError. A visit that is quick
enough never notices.
"""
import asyncio

ROOMS = {"masks": 1, "clocks": 2, "whales": 4, "stars": 2}


async def visit(rooms):
    seen = []
    try:
        async with asyncio.timeout(5):
            for room in rooms:
                await asyncio.sleep(ROOMS[room])
                seen.append(room)
        print("home early, having seen", ", ".join(seen))
    except TimeoutError:
        print("closing time! seen so far:", ", ".join(seen))


async def main():
    await visit(["masks", "clocks"])
    await visit(["clocks", "masks", "whales", "stars"])


asyncio.run(main())
