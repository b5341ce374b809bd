# /// coroscope
# title = "Three sleepers"
# summary = "gather waits for the slowest, not for the sum"
# category = "Running things together"
# level = 1
# ///
"""await by itself gives no concurrency.

One after the other, three sleeps take 1 + 2 + 3 seconds. Gathered,
each in a task of its own, they take as long as the slowest.
"""
import asyncio


async def sleeper(name, seconds):
    print(f"  {name} falls asleep")
    await asyncio.sleep(seconds)
    print(f"  {name} wakes up after {seconds} s")
    return seconds


async def one_after_the_other():
    await sleeper("Anna", 1)
    await sleeper("Ben", 2)
    await sleeper("Cleo", 3)


async def together():
    await asyncio.gather(
        sleeper("Anna", 1), sleeper("Ben", 2), sleeper("Cleo", 3)
    )


async def main():
    clock = asyncio.get_running_loop().time
    for night in one_after_the_other, together:
        began = clock()
        print(night.__name__)
        await night()
        print(f"  that took {clock() - began:.0f} s")


asyncio.run(main())
