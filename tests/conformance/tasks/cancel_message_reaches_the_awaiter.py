"""The message of cancel() travels to the task and to who awaits it."""
# shows: task / Task.cancel / msg= travels to who awaits it
import asyncio


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as error:
        print("child:", error.args)
        raise


async def main():
    for message in ("stop", None, 42):
        task = asyncio.create_task(child())
        await asyncio.sleep(0)
        task.cancel(message)
        try:
            await task
        except asyncio.CancelledError as error:
            print("main:", error.args)

asyncio.run(main())
