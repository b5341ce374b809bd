"""Unharmed, a shield hands on result or exception."""
# shows: task / shield / hands on result or exception
import asyncio


async def inner(fails):
    await asyncio.sleep(1)
    if fails:
        raise KeyError("inner")
    return "fine"


async def main():
    print(await asyncio.shield(inner(False)))
    try:
        await asyncio.shield(inner(True))
    except KeyError as error:
        print(repr(error))

asyncio.run(main())
