"""await and async for inside comprehensions."""
import asyncio


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(1)
        yield i


async def double(n):
    await asyncio.sleep(0.5)
    return 2 * n


async def main():
    print([n async for n in numbers(3)])
    print([await double(n) for n in range(3)])
    print({n: await double(n) async for n in numbers(3) if n != 1})
    print(asyncio.get_running_loop().time())

asyncio.run(main())
