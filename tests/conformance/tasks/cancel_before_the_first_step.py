"""A task cancelled before it starts never runs its body."""
import asyncio


async def child():
    print("never printed")


async def main():
    task = asyncio.create_task(child())
    task.cancel("too early")
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args, task.cancelled())

asyncio.run(main())
