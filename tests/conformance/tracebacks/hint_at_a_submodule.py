# The decorator of older programs: asyncio.coroutines is the nearest name.
import asyncio


@asyncio.coroutine
def work():
    yield from asyncio.sleep(1)
