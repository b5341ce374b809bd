# /// coroscope
# title = "create_task against await"
# summary = "create_task starts nothing until the creator lets go"
# category = "First steps"
# level = 1
# ///
"""create_task() puts a task in the ready queue, and returns at once.

The new tasks begin only when main() awaits something. A plain await
of a coroutine makes no task: main() itself goes through the kettle.
"""
import asyncio


async def toast(slices):
    print("toast: the bread is in")
    await asyncio.sleep(2)
    print(f"toast: {slices} slices are done")


async def eggs():
    print("eggs: into the pan")
    await asyncio.sleep(3)
    print("eggs: done")


async def kettle():
    print("kettle: on")
    await asyncio.sleep(1)
    print("kettle: boiling")


async def main():
    toasting = asyncio.create_task(toast(2), name="toast")
    frying = asyncio.create_task(eggs(), name="eggs")
    print("main: two tasks made, neither has begun")
    await kettle()
    print("main: tea is ready, the tasks went on meanwhile")
    await toasting
    await frying
    print("main: breakfast!")


asyncio.run(main())
