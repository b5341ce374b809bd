"""Work in batches: slices of a list, a gather for each, with a pause between them."""
import asyncio
from itertools import islice


def batched(items, size):
    iterator = iter(items)
    return iter(lambda: list(islice(iterator, size)), [])


async def handle(item):
    await asyncio.sleep(item % 3 * 0.1)
    if item == 7:
        raise ValueError("seven")
    return item ** 2


async def main():
    loop = asyncio.get_running_loop()
    for number, batch in enumerate(batched(range(1, 12), 4), start=1):
        results = await asyncio.gather(*map(handle, batch), return_exceptions=True)
        good = [r for r in results if not isinstance(r, BaseException)]
        bad = {b: r for b, r in zip(batch, results) if isinstance(r, BaseException)}
        print(f"batch {number} at {loop.time():.1f}: {good} {bad or ''}")
        await asyncio.sleep(0.5)


asyncio.run(main())
