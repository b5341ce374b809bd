"""A queue that is given another `_maxsize` takes as many."""
import asyncio

queue = asyncio.Queue(1)
queue._maxsize = 3
for item in range(3):
    queue.put_nowait(item)
print(queue.maxsize, queue.full(), queue)
try:
    queue.put_nowait(3)
except asyncio.QueueFull as error:
    print(repr(error))
