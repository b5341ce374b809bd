"""Asking for the exception is enough to keep the report away."""
# shows: dev / Detect never-retrieved exceptions / not where somebody asked for it
import asyncio


async def failing(n):
    raise ValueError(n)


async def main():
    asked = asyncio.create_task(failing(1))
    awaited = asyncio.create_task(failing(2))
    await asyncio.sleep(0)
    print(repr(asked.exception()))
    try:
        await awaited
    except ValueError as error:
        print(repr(error))

asyncio.run(main())
