"""A second cancel interrupts the clean-up of the first."""
# shows: task / Task Cancellation / a second cancel interrupts the clean-up
import asyncio


async def child():
    try:
        await asyncio.sleep(10)
    finally:
        try:
            print("closing")
            await asyncio.sleep(5)
            print("never printed")
        finally:
            print("clean-up cut short")


async def main():
    task = asyncio.create_task(child())
    for _ in range(2):
        await asyncio.sleep(1)
        task.cancel()
    await asyncio.wait_for(asyncio.sleep(0), None)
    try:
        await task
    except asyncio.CancelledError as error:
        print("context:", repr(error.__context__))

asyncio.run(main())
