# What a failed `await` of as_completed raises keeps the results that nobody has taken yet, and
# with them what their own errors lead to; what has been taken it does not keep.
import asyncio
import contextlib


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("lets go of", self.name)


async def numbers(name):
    if name == "never":
        yield 1


async def ends_at_once(name):
    noted = Noted(name)
    async with contextlib.aclosing(numbers(name)) as generator:
        await anext(generator)


async def gives(name):
    await asyncio.sleep(0)
    return Noted(name)


async def main():
    for each in asyncio.as_completed([gives("a"), gives("b"), gives("c")]):
        print("got", (await each).name)
    for each in asyncio.as_completed([ends_at_once("first"),
                                      asyncio.gather(ends_at_once("second"), return_exceptions=True)]):
        await each


try:
    asyncio.run(main())
except BaseException as error:
    print(repr(error))
