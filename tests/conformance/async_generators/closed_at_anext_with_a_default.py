"""What is closed while it waits for `anext(…, default)` leaves the generator running, as without."""
import asyncio


async def count():
    try:
        yield 1
        await asyncio.sleep(1)
        yield 2
    finally:
        print("count ends")


async def by_hand(*default):
    generator = count()
    print(await anext(generator, *default))
    try:
        await anext(generator, *default)
    finally:
        try:
            await generator.aclose()
        except RuntimeError as error:
            print(error)


async def main():
    for default in [], ["no more"]:
        coroutine = by_hand(*default)
        coroutine.send(None)
        coroutine.close()
        print("closed")


asyncio.run(main())
