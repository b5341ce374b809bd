"""Coroutines awaited in turn take the sum of their times; as tasks they take the longest."""
import asyncio
import time


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def in_turn():
    await say_after(1, "hello")
    await say_after(2, "world")


async def as_tasks():
    first = asyncio.create_task(say_after(1, "hello"))
    second = asyncio.create_task(say_after(2, "world"))
    await first
    await second


async def main():
    for way in (in_turn, as_tasks):
        print(f"{way.__name__} started at {time.strftime('%X')}")
        await way()
        print(f"{way.__name__} finished at {time.strftime('%X')}")


asyncio.run(main())
