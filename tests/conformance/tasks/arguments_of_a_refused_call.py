"""A coroutine given to a call that is refused is let go at once."""
import asyncio


async def work():
    pass


async def main():
    try:
        asyncio.gather(work(), no_such=1)
    except TypeError as error:
        print(error)


asyncio.run(main())
