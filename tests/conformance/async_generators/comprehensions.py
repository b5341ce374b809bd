"""Asynchronous comprehensions and generator expressions."""
import asyncio


async def ticks(n, delay=0.1):
    for i in range(n):
        await asyncio.sleep(delay)
        yield i


async def double(x):
    await asyncio.sleep(0.01)
    return x * 2


async def main():
    print([i async for i in ticks(4)])
    print({i % 2 async for i in ticks(4)}, {i: i * i async for i in ticks(3) if i})
    print([await double(i) for i in range(3)])
    print([await double(i) async for i in ticks(3) if await double(i) != 2])
    print([(i, j) async for i in ticks(2) for j in "ab"], [(i, j) for i in "xy" async for j in ticks(2)])
    lazy = (i + 1 async for i in ticks(3))
    print(type(lazy).__name__, lazy.__name__)
    async for i in lazy:
        print("lazily", i)
    also = (await double(i) for i in range(2))
    print(type(also).__name__, [i async for i in also])
    print(await anext(ticks(2)), await anext(ticks(0), "none"))
    it = aiter(ticks(1))
    print(await anext(it), await anext(it, "done"))
    nested = [[i async for i in ticks(k)] for k in range(3)]
    print(nested)


asyncio.run(main())
