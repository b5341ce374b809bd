"""An error of the block's own is not turned into TimeoutError."""
import asyncio


async def main():
    try:
        async with asyncio.timeout(1):
            raise ValueError("own")
    except ValueError as error:
        print(repr(error))
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(2)
            except asyncio.CancelledError:
                raise KeyError("instead")
    except Exception as error:
        print(repr(error), repr(error.__context__))

asyncio.run(main())
