"""Iterating an asynchronous generator takes no step of the loop but its own awaits."""
import asyncio


async def count(name, n, delay):
    try:
        for i in range(n):
            print(name, "yields", i)
            yield i
            await asyncio.sleep(delay)
    finally:
        print(name, "ends")


async def consume(name, n, delay):
    total = 0
    async for i in count(name, n, delay):
        total += i
    return total


async def main():
    print(await asyncio.gather(consume("a", 3, 1), consume("b", 4, 0.5), consume("c", 2, 0)))
    async for nothing in count("empty", 0, 1):
        print("never")
    else:
        print("else")


asyncio.run(main())
