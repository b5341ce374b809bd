"""First in first out, last in first out, and by priority."""
# shows: queue / PriorityQueue / beside the other orders
import asyncio

for make in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
    queue = make()
    for n in (5, 1, 4, 1.0, 2, True, 3):
        queue.put_nowait(n)
    print(str(queue))
    print([queue.get_nowait() for _ in range(queue.qsize())], queue.empty())


class Job:
    def __init__(self, rank, name):
        self.rank, self.name = rank, name

    def __lt__(self, other):
        return self.rank < other.rank

queue = asyncio.PriorityQueue(maxsize=3)
for n in range(3):
    queue.put_nowait(Job(n % 2, n))
try:
    queue.put_nowait(Job(9, 9))
except asyncio.QueueFull as error:
    print(repr(error))
print([queue.get_nowait().name for _ in range(3)])
try:
    queue.get_nowait()
except asyncio.QueueEmpty as error:
    print(repr(error))
try:
    asyncio.PriorityQueue().task_done()
except ValueError as error:
    print(error)
mixed = asyncio.PriorityQueue()
mixed.put_nowait("text")
try:
    mixed.put_nowait(1)
except TypeError as error:
    print(error)
