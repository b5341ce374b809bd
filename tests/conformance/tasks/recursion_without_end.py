# A coroutine function that calls itself without end: the last call makes no coroutine any more, so
# none is left that was never awaited.
import asyncio


async def down(n):
    return await down(n + 1)


def generator(n):
    yield from generator(n + 1)


async def main():
    try:
        await down(0)
    except RecursionError as error:
        print(error)
    try:
        list(generator(0))
    except RecursionError as error:
        print(error)


asyncio.run(main())
