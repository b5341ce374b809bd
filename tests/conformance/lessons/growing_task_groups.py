"""Task groups that grow while they run: a crawl, a recursive count, and nested groups."""
import asyncio

LINKS = {"/": ["/a", "/b"], "/a": ["/c", "/"], "/b": ["/c", "/d"], "/c": [], "/d": ["/e"], "/e": ["/b"]}


class Crawler:
    def __init__(self, at_once):
        self.seen, self.order, self._slots = set(), [], asyncio.Semaphore(at_once)

    async def crawl(self, start):
        async with asyncio.TaskGroup() as self._group:
            self._visit(start, 0)
        return self.order

    def _visit(self, page, depth):
        if page not in self.seen:
            self.seen.add(page)
            self._group.create_task(self._fetch(page, depth), name=page)

    async def _fetch(self, page, depth):
        async with self._slots:
            await asyncio.sleep(0.1 * (1 + len(LINKS[page])))
        self.order.append((page, depth, round(asyncio.get_running_loop().time(), 1)))
        for link in LINKS[page]:
            self._visit(link, depth + 1)


async def total(tree):
    """The sum of a nested list, each list in a group of its own."""
    async with asyncio.TaskGroup() as group:
        parts = [group.create_task(total(part)) for part in tree if isinstance(part, list)]
    return sum(part for part in tree if not isinstance(part, list)) + sum(part.result() for part in parts)


async def main():
    for at_once in (1, 3):
        print(*await Crawler(at_once).crawl("/"))
    print(await total([1, [2, [3, 4]], [], [[[5]]]]))

    async with asyncio.TaskGroup() as outer:
        outer.create_task(asyncio.sleep(1))
        async with asyncio.TaskGroup() as inner:
            result = inner.create_task(asyncio.sleep(0.5, "inner result"))
        print(result.result(), outer, inner)
    late = asyncio.sleep(0)
    try:
        outer.create_task(late)
    except RuntimeError as error:
        print(error)
    late.close()
    fresh = asyncio.sleep(0)
    try:
        asyncio.TaskGroup().create_task(fresh)
    except RuntimeError as error:
        print(error)
    await fresh

asyncio.run(main())
