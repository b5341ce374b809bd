"""One that is left half-way is closed by a task when it dies, or by the loop at its end."""
import asyncio


async def numbers(name):
    try:
        for i in range(10):
            yield i
            await asyncio.sleep(0.1)
    finally:
        print(name, "cleans up")
        await asyncio.sleep(0.2)
        print(name, "is clean")


async def first(name):
    async for i in numbers(name):
        if i == 2:
            print(name, "breaks")
            break
    print(name, "goes on")
    await asyncio.sleep(1)
    print(name, "returns")


async def main():
    await first("lost")
    kept = numbers("kept")
    print(await kept.__anext__())
    also = numbers("also")
    print(await anext(also), await anext(also))
    main.keep = kept, also


asyncio.run(main())
print("after")
