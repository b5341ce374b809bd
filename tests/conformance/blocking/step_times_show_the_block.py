"""What a step does after time.sleep happens at the later time."""
import asyncio
import time


async def child():
    print("child", time.perf_counter())


async def main():
    print("before")
    time.sleep(0.25)
    print("after")
    task = asyncio.create_task(child())
    time.sleep(0.25)
    await task

asyncio.run(main())
