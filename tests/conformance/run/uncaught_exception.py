"""An uncaught exception ends the program with a traceback and status 1."""
import asyncio


async def inner():
    await asyncio.sleep(1)
    raise ValueError("from the depth")


async def main():
    print("before")
    await inner()
    print("never printed")

asyncio.run(main())
print("never printed")
