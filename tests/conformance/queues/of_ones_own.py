"""A queue class of one's own overrides _init, _put and _get."""
# shows: queue / Queue / subclasses may change how items are kept
import asyncio


class Unique(asyncio.Queue):
    def _init(self, maxsize):
        self.items, self.seen = [], set()
        print("room for", maxsize)

    def _put(self, item):
        if item not in self.seen:
            self.seen.add(item)
            self.items.append(item)

    def _get(self):
        return self.items.pop()

    def qsize(self):
        return len(self.items)

    def empty(self):
        return not self.items


async def main():
    queue = Unique(3)
    for item in (1, 2, 1, 3):
        await queue.put(item)
    print(queue.qsize(), queue.full(), queue.items, [await queue.get() for _ in range(3)], queue.empty())


asyncio.run(main())
