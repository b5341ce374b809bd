# /// coroscope
# title = "The starting gun"
# summary = "One event wakes everybody who waits for it"
# category = "Taking turns"
# level = 1
# ///
"""An Event is a flag that tasks can wait for.

The runners walk to the line at their own pace and wait there. One
set() makes all of them ready in the same turn of the loop, in the
order in which they began to wait. Whoever comes after the shot
need not wait at all.
"""
import asyncio


async def runner(name, minutes_to_line, gun):
    await asyncio.sleep(minutes_to_line)
    print(f"{name} is at the line")
    await gun.wait()
    print(f"{name} runs")


async def main():
    gun = asyncio.Event()
    async with asyncio.TaskGroup() as race:
        race.create_task(runner("Ada", 2, gun), name="Ada")
        race.create_task(runner("Bo", 1, gun), name="Bo")
        race.create_task(runner("Cy", 5, gun), name="Cy")
        await asyncio.sleep(4)
        print("bang!")
        gun.set()


asyncio.run(main())
