"""Steps and callbacks that block for 0.1 s or more are reported, with who they were."""
# shows: dev / Debug Mode / steps of 100 ms and more are logged
import asyncio
import time


def block(seconds):
    time.sleep(seconds)


async def blocking(seconds):
    await asyncio.sleep(0.1)
    block(seconds)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    await blocking(0.3)
    task = asyncio.create_task(blocking(0.05), name="quick")
    await task
    loop.call_soon(block, 0.2)
    loop.slow_callback_duration = 0.5
    await asyncio.sleep(0.1)
    task = loop.create_task(blocking(0.6))
    await asyncio.gather(task, blocking(1.5))
    block(0.7)


asyncio.run(main(), debug=True)
