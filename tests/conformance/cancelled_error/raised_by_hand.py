"""A task that raises CancelledError itself counts as cancelled."""
import asyncio


async def pretender():
    raise asyncio.CancelledError("pretending")


async def main():
    task = asyncio.create_task(pretender())
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args, task.cancelled())

asyncio.run(main())
