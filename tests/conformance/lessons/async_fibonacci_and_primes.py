"""Number generators: plain, asynchronous, infinite, with a limit on time or count."""
import asyncio
from itertools import islice, takewhile


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


async def slow(source, pause=0.1):
    for item in source:
        await asyncio.sleep(pause)
        yield item


async def islice_async(source, n):
    if n <= 0:
        return
    async for item in source:
        yield item
        n -= 1
        if not n:
            return


async def until(source, deadline):
    loop = asyncio.get_running_loop()
    async for item in source:
        if loop.time() > deadline:
            break
        yield item


async def zip_async(*sources):
    iterators = [aiter(s) for s in sources]
    while True:
        try:
            yield tuple([await anext(i) for i in iterators])
        except StopAsyncIteration:
            return


async def main():
    print(list(islice(fibonacci(), 10)), [*takewhile(lambda n: n < 50, fibonacci())], sum(n for n in takewhile(lambda n: n < 4_000_000, fibonacci()) if n % 2 == 0))
    print([n async for n in islice_async(slow(fibonacci()), 5)], [n async for n in islice_async(slow(fibonacci()), 0)])
    print([n async for n in until(slow(fibonacci(), 0.25), asyncio.get_running_loop().time() + 1.1)])
    print([pair async for pair in zip_async(slow("abc"), slow(fibonacci()))])
    print(max([n async for n in slow([3, 9, 2])]), {k: v async for k, v in zip_async(slow("xy"), slow([1, 2]))})


asyncio.run(main())
