"""The second argument of sleep is what it returns."""
import asyncio


async def main():
    print(await asyncio.sleep(0, "at once"))
    print(await asyncio.sleep(1, result="later"))
    print(await asyncio.sleep(1))

asyncio.run(main())
