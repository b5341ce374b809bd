"""await anywhere in an expression, in order from left to right."""
import asyncio


async def value(n):
    await asyncio.sleep(n)
    print("value", n)
    return n


async def main():
    print(await value(1) + await value(2) * await value(3))
    print([await value(1), (await value(2), {await value(0): await value(1)})])
    print(f"{await value(1)} {max(await value(2), await value(1))}")
    print(await value(0) or await value(1) and await value(2))
    print((await value(1) if await value(0) else await value(2)))

asyncio.run(main())
