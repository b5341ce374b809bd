import asyncio


async def pause(seconds, value=None):
    await asyncio.sleep(seconds)
    return value


async def fail():
    await asyncio.sleep(0.25)
    raise LookupError("from the leaf")
