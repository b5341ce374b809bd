"""If the inner task answers the cancel with a result, that is returned."""
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "a result after all"


async def failing():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("while stopping")


async def main():
    for inner in stubborn, failing:
        try:
            print(await asyncio.wait_for(inner(), timeout=1))
        except Exception as error:
            print(repr(error), repr(error.__cause__))

asyncio.run(main())
