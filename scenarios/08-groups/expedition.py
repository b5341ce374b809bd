# /// coroscope
# title = "One for all"
# summary = "When a task fails, its group cancels the others"
# category = "Groups of tasks"
# level = 2
# ///
"""A TaskGroup leaves nobody behind.

Three climbers start together. When one turns back, the group
cancels the others, waits until they have ended, and raises what
went wrong as a group of exceptions. Nothing runs on after the
block. Compare with gather and an error.
"""
import asyncio


async def climb(name, hours, reaches_top=True):
    try:
        await asyncio.sleep(hours)
        if not reaches_top:
            raise RuntimeError(f"{name} has lost a boot")
        print(f"{name} is at the top")
    except asyncio.CancelledError:
        print(f"{name} is called back")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as rope:
            rope.create_task(climb("Ida", 1), name="Ida")
            rope.create_task(climb("Jon", 2, False), name="Jon")
            rope.create_task(climb("Kim", 3), name="Kim")
    except* RuntimeError as group:
        for error in group.exceptions:
            print(f"the climb is over: {error}")


asyncio.run(main())
