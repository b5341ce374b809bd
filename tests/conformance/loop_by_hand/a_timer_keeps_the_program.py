# The current loop dies after everything else, and with it a timer that would cancel a future, and
# whoever waits for that: nothing is left to report the pending task to.
import asyncio


async def waits(future):
    await future


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(5, future.cancel)
    asyncio.create_task(waits(future))
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
print("end")
