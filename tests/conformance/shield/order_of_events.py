"""A shield adds a turn of the loop between inner and awaiter."""
import asyncio


async def ticker():
    for n in range(6):
        print("tick", n)
        await asyncio.sleep(0)


async def inner():
    await asyncio.sleep(0)
    print("inner ends")


async def main():
    task = asyncio.create_task(ticker())
    await asyncio.shield(inner())
    print("shield passed")
    await asyncio.create_task(inner())
    print("plain await passed")
    await task

asyncio.run(main())
