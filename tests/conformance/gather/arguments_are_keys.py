# What gather gets is a key of a dict there: who gives it a list is told so.
import asyncio


async def one():
    return 1


class Equal:
    def __eq__(self, other):
        return True

    def __await__(self):
        yield


async def main():
    for wrong in [], {}, Equal(), 5:
        try:
            await asyncio.gather(wrong)
        except TypeError as error:
            print(repr(error))
    coroutines = [one(), one()]
    try:
        await asyncio.gather(coroutines)
    except TypeError as error:
        print(error)
    print(await asyncio.gather(*coroutines))


asyncio.run(main())
