# /// coroscope
# title = "First come, first served"
# summary = "as_completed gives results as they arrive"
# category = "Running things together"
# level = 2
# ///
"""gather answers in the order of the calls; as_completed does not.

Three weather stations answer after 3, 1 and 2 seconds.
as_completed yields whichever is there next, so that each answer
is printed as it comes in. Look for who wakes main, and when.
"""
import asyncio


async def ask(station, seconds, degrees):
    await asyncio.sleep(seconds)
    return f"{station}: {degrees} degrees"


async def main():
    clock = asyncio.get_running_loop().time
    began = clock()
    questions = [
        ask("mountain", 3, -4),
        ask("coast", 1, 11),
        ask("city", 2, 9),
    ]
    for answer in asyncio.as_completed(questions):
        print(await answer, f"(after {clock() - began:.0f} s)")


asyncio.run(main())
