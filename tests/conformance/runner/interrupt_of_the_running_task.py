"""The main task's own code is interrupted, or a child's: the main task alone is cancelled, at its next await."""
import asyncio
import signal


async def main():
    signal.raise_signal(signal.SIGINT)
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("cancelled")
        raise


async def child():
    await asyncio.sleep(1)
    signal.raise_signal(signal.SIGINT)
    print("child goes on")
    await asyncio.sleep(1)
    print("never printed")


async def parent():
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
        try:
            await asyncio.sleep(10)
        finally:
            print("parent cancelled", asyncio.current_task().cancelling())


for of in (main, parent):
    try:
        asyncio.run(of())
    except KeyboardInterrupt as error:
        print("interrupted", repr(error), repr(error.__context__))
