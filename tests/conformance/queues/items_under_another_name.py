# A queue that keeps its items under a name of its own has no _queue; empty() asks for it.
import asyncio


class Unique(asyncio.Queue):
    def _init(self, maxsize):
        self.known = {}

    def _put(self, item):
        self.known[item] = True

    def _get(self):
        return self.known.popitem()[0]


async def main():
    queue = Unique()
    queue.put_nowait(1)
    for look in (lambda: queue._queue), queue.empty, queue.get_nowait:
        try:
            print(look())
        except AttributeError as error:
            print(error)


asyncio.run(main())
