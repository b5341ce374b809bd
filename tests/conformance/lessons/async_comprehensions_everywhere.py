"""All the forms: list, set, dict and generator; async for, await, conditions, nesting."""
import asyncio


class Countdown:
    def __init__(self, start):
        self.n = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n <= 0:
            raise StopAsyncIteration
        await asyncio.sleep(0.1)
        self.n -= 1
        return self.n + 1


async def letters(text, pause=0):
    for letter in text:
        await asyncio.sleep(pause)
        yield letter


async def double(n):
    await asyncio.sleep(0.01)
    return n * 2


async def is_odd(n):
    return n % 2 == 1


async def main():
    print([n async for n in Countdown(4)])
    print([n async for n in Countdown(6) if await is_odd(n)])
    print([await double(n) for n in range(4)], [await double(n) async for n in Countdown(2)])
    print({letter: n async for letter in letters("ab") for n in range(2)})
    print(sorted({letter async for letter in letters("banana")}))
    print([(a, b) async for a in letters("xy") async for b in letters("12")])
    print([[n async for n in Countdown(size)] for size in range(3)])
    lazy = (await double(n) async for n in Countdown(3))
    print(type(lazy).__name__, await anext(lazy), [n async for n in lazy])
    mixed = (n for n in [await double(5), 1])
    print(type(mixed).__name__, list(mixed))
    print("".join([letter.upper() async for letter in letters("done")]), [f async for f in letters("")])
    print(await asyncio.gather(*[double(n) async for n in Countdown(3)]))
    try:
        [n async for n in [1, 2]]
    except TypeError as error:
        print(error)
    try:
        [n for n in Countdown(1)]
    except TypeError as error:
        print(error)
    print(max([n async for n in Countdown(5)]), any([await is_odd(n) for n in (2, 4)]), f"{asyncio.get_running_loop().time():.2f}")
    total = 0
    async for n in Countdown(3):
        if n == 2:
            continue
        total += n
    else:
        print("else after async for", total)

asyncio.run(main())
