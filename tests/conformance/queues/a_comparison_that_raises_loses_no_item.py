"""An item whose comparison raises stays in a PriorityQueue, and so do all others."""
import asyncio


class Item:
    def __init__(self, value, afraid_of=None):
        self.value = value
        self.afraid_of = afraid_of

    def __lt__(self, other):
        if other.value == self.afraid_of:
            raise ValueError(f"{self} against {other}")
        return self.value < other.value

    def __repr__(self):
        return str(self.value)


async def main():
    queue = asyncio.PriorityQueue()
    for value in (1, 5, 6, 7, 8):
        queue.put_nowait(Item(value))
    try:
        queue.put_nowait(Item(2, afraid_of=1))
    except ValueError as error:
        print("put:", error)
    print(queue.qsize(), queue)
    queue.put_nowait(Item(3, afraid_of=8))
    while not queue.empty():
        try:
            print(queue.get_nowait(), queue)
        except ValueError as error:
            print("get:", error, queue)


asyncio.run(main())
