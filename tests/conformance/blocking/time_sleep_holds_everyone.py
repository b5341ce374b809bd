"""During time.sleep no other task runs, and all are late after it."""
# shows: dev / Running Blocking Code / a blocking call holds everyone
import asyncio
import time


async def ticker():
    for _ in range(3):
        print("tick", time.monotonic())
        await asyncio.sleep(1)


async def hog():
    await asyncio.sleep(0.5)
    print("hog", time.monotonic())
    time.sleep(3)
    print("hog done", time.monotonic())


async def main():
    await asyncio.gather(ticker(), hog())

asyncio.run(main())
