"""await takes awaitables only."""
import asyncio


async def main():
    for thing in (5, None, [], print):
        try:
            await thing
        except TypeError as error:
            print(error)

asyncio.run(main())
