"""Awaiting what is done already goes straight on."""
import asyncio


async def child(name):
    print("child", name)
    return name


async def main():
    a = asyncio.create_task(child("a"))
    await asyncio.sleep(0)
    asyncio.create_task(child("b"))
    print(await a)
    print("b has not run yet")
    await asyncio.sleep(0)

asyncio.run(main())
