"""An asynchronous generator interleaves with other tasks."""
import asyncio


async def countdown(name, n):
    try:
        while n:
            yield f"{name} {n}"
            await asyncio.sleep(1)
            n -= 1
    finally:
        print(name, "closed")


async def watch(name, n):
    async for text in countdown(name, n):
        print(text, asyncio.get_running_loop().time())


async def main():
    await asyncio.gather(watch("a", 2), watch("b", 3))
    agen = countdown("c", 5)
    print(await agen.__anext__())
    await agen.aclose()

asyncio.run(main())
