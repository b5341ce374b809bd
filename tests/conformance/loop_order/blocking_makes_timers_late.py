"""time.sleep moves the clock; overdue timers run by due time."""
import asyncio
import time


async def ticker(name, period):
    loop = asyncio.get_running_loop()
    for _ in range(4):
        await asyncio.sleep(period)
        print(name, loop.time())


async def main():
    one = asyncio.create_task(ticker("one", 1))
    half = asyncio.create_task(ticker("half", 0.5))
    await asyncio.sleep(0.75)
    time.sleep(1.5)
    await one
    await half

asyncio.run(main())
