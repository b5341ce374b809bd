"""try and finally clean up; the cancel is passed on."""
# shows: task / Task Cancellation / CancelledError at the next opportunity; clean-up in finally; passed on
# shows: task / timeout_at / the same with an absolute time
# shows: sync / Event / a flag between tasks
# shows: dev / Running Blocking Code / a blocking call delays all others, in an executor it does not
import asyncio
import time


async def cancel_me():
    print("cancel_me(): before sleep")
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print("cancel_me(): cancel sleep")
        raise
    finally:
        print("cancel_me(): after sleep")


async def waiter(event):
    print("waiting for it ...")
    await event.wait()
    print("... got it!")


async def ticks():
    loop = asyncio.get_running_loop()
    while True:
        print("tick", loop.time())
        await asyncio.sleep(1)


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(cancel_me())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main(): cancel_me is cancelled now")
    try:
        async with asyncio.timeout_at(loop.time() + 20):
            await asyncio.sleep(3600)
    except TimeoutError:
        print("handled at", loop.time())
    event = asyncio.Event()
    waiting = asyncio.create_task(waiter(event))
    await asyncio.sleep(1)
    event.set()
    await waiting
    ticking = asyncio.create_task(ticks())
    await asyncio.sleep(0.5)
    time.sleep(3)
    await asyncio.sleep(0.5)
    await asyncio.to_thread(time.sleep, 3)
    ticking.cancel()


asyncio.run(main())
