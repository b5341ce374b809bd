# /// coroscope
# title = "Patience has an end"
# summary = "At its timeout wait_for cancels, then waits for that too"
# category = "Cancelling"
# level = 2
# ///
"""wait_for() gives a task a time limit.

In time, it hands over the result. Too late, it cancels the task,
waits until the task has really ended, and only then raises
TimeoutError: a slow clean-up makes the wait longer than the limit.
"""
import asyncio


async def pizza(minutes):
    try:
        await asyncio.sleep(minutes)
        return "pizza"
    except asyncio.CancelledError:
        print("  the courier turns round")
        await asyncio.sleep(1)
        print("  the courier is back at the shop")
        raise


async def order(name, minutes):
    loop = asyncio.get_running_loop()
    try:
        meal = await asyncio.wait_for(pizza(minutes), timeout=3)
        print(f"{loop.time():.0f} s  {name} eats {meal}")
    except asyncio.TimeoutError:
        print(f"{loop.time():.0f} s  {name} cooks spaghetti")


async def main():
    await asyncio.gather(order("Nina", 2), order("Otto", 6))


asyncio.run(main())
