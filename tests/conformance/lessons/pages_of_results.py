"""Paging through an API: an asynchronous iterator that fetches the next page when it is needed."""
import asyncio
from dataclasses import dataclass


@dataclass
class Page:
    items: list
    next_token: str | None = None


class Api:
    def __init__(self, total, size):
        self.total, self.size, self.requests = total, size, 0

    async def get(self, token=None):
        self.requests += 1
        start = int(token or 0)
        print(f"  request {self.requests} from {start} at {asyncio.get_running_loop().time():g}")
        await asyncio.sleep(0.5)
        items = [f"item{n}" for n in range(start, min(start + self.size, self.total))]
        return Page(items, str(start + self.size) if start + self.size < self.total else None)


class Paged:
    """Iterates over all items; fetches the page ahead while the caller works, if asked to."""

    def __init__(self, api, ahead=False):
        self._api, self._ahead = api, ahead

    def __aiter__(self):
        return self._walk()

    async def _walk(self):
        page = await self._api.get()
        while True:
            upcoming = None
            if page.next_token and self._ahead:
                upcoming = asyncio.create_task(self._api.get(page.next_token))
            for item in page.items:
                yield item
            if not page.next_token:
                return
            page = await (upcoming or self._api.get(page.next_token))


async def timed(paged, limit=None):
    start, seen = asyncio.get_running_loop().time(), []
    async for item in paged:
        await asyncio.sleep(0.1)
        seen.append(item)
        if len(seen) == limit:
            break
    print(f"{len(seen)} items in {asyncio.get_running_loop().time() - start:.1f}: {seen[0]}..{seen[-1]}")


async def main():
    await timed(Paged(Api(7, 3)))
    await timed(Paged(Api(7, 3), ahead=True))
    await timed(Paged(Api(100, 2)), limit=3)
    print([item async for item in Paged(Api(0, 5))], Page([]), Page([1], "2") == Page([1], "2"))

asyncio.run(main())
