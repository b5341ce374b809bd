"""A plain await runs in the same task and need not yield."""
import asyncio


async def inner():
    print("inner in", asyncio.current_task().get_name())
    return 42


async def main():
    other = asyncio.create_task(inner(), name="other")
    print(await inner(), "without letting other run")
    await other

asyncio.run(main())
