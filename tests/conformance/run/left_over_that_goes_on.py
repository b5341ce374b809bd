"""A left-over task that swallows the cancel keeps the loop alive."""
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("going on")
    await asyncio.sleep(5)
    print("done at", asyncio.get_running_loop().time())


async def main():
    asyncio.create_task(stubborn())
    await asyncio.sleep(1)
    return "main's result"

print(asyncio.run(main()))
