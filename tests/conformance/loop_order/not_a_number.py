"""A timer at no number of seconds is never due."""
import asyncio


async def main():
    asyncio.get_running_loop().call_later(1, print, "one")
    await asyncio.sleep(float("nan"))


asyncio.run(main())
