"""Awaiting oneself raises RuntimeError inside the task."""
import asyncio


async def child():
    try:
        await asyncio.current_task()
    except RuntimeError as error:
        print(type(error).__name__, str(error)[:26])


asyncio.run(child())
