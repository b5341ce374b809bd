"""A negative delay yields once and sets no timer."""
import asyncio


async def worker(name, delay):
    print(name, "before")
    await asyncio.sleep(delay)
    print(name, "after", asyncio.get_running_loop().time())


async def main():
    await asyncio.gather(worker("minus", -1), worker("zero", 0),
                         worker("false", False))

asyncio.run(main())
