"""ProcessPoolExecutor: arguments and results are copies, a worker keeps its own globals."""
# shows: concurrent.futures / ProcessPoolExecutor / what goes in and out is copied; globals are the worker's own
import asyncio
import concurrent.futures
import time

calls = []


class Item:
    def __init__(self, name):
        self.name, self.parts = name, []


def work(item, seconds):
    time.sleep(seconds)
    item.name += "!"
    item.parts.append(seconds)
    calls.append(item.name)
    return item, len(calls)


def fails(key):
    raise KeyError(key)


async def main():
    loop = asyncio.get_running_loop()
    item = Item("one")
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        futures = [loop.run_in_executor(pool, work, item, n) for n in (1, 2)]
        for made, count in await asyncio.gather(*futures):
            print(made is item, isinstance(made, Item), made.name, made.parts, count)
        print(item.name, item.parts, calls, loop.time())
        made, count = await loop.run_in_executor(pool, work, item, 1)
        print(count >= 1, calls)
        for call in ((fails, "k"), (lambda: 5,), (work, item)):
            try:
                print(await loop.run_in_executor(pool, *call))
            except (KeyError, AttributeError, TypeError) as error:
                print(type(error).__name__, error)
        print(list(pool.map(abs, [-1, -2])), loop.time())


if __name__ == "__main__":
    asyncio.run(main())
