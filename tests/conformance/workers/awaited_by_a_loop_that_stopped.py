"""A thread that ends after its loop stopped: its result waits in the loop, and so does who awaits it."""
import asyncio
import time


async def waits():
    await asyncio.to_thread(time.sleep, 5)


async def main():
    asyncio.create_task(waits())
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
print("end")
