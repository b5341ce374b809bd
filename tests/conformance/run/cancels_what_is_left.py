"""At its end run cancels the remaining tasks and lets them finish."""
import asyncio


async def left_over(name, seconds):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print(name, "is told to stop")
        await asyncio.sleep(seconds)
        print(name, "stopped", asyncio.get_running_loop().time())
        raise


async def main():
    for name, seconds in ("a", 2), ("b", 1), ("c", 0):
        asyncio.create_task(left_over(name, seconds), name=name)
    await asyncio.sleep(1)
    print("main ends")

asyncio.run(main())
print("after run")
