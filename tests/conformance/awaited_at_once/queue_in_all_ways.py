"""Items go in and out the same way, whether the call is awaited where it stands or not."""
import asyncio


class Odd:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        raise ValueError(f"{self.value} cannot be compared")


async def directly():
    queue = asyncio.Queue()
    print(await queue.put(1), await queue.get())
    put, get = queue.put, queue.get
    print(await put(2), await get())
    print(await asyncio.Queue.put(queue, 3), await asyncio.Queue.get(queue))
    print(await queue.put(item=4), await queue.get())


async def later():
    queue = asyncio.Queue()
    putting = queue.put(1)
    print(queue.qsize(), type(putting).__name__, putting.__name__)
    await putting
    print(queue.qsize())
    getting = queue.get()
    print(await getting)
    print(await asyncio.gather(queue.put(2), queue.put(3)), queue.qsize())
    print(await asyncio.wait_for(queue.get(), 1))


async def full_and_empty():
    queue = asyncio.Queue(maxsize=1)
    await queue.put("first")
    task = asyncio.create_task(queue.put("second"))
    await asyncio.sleep(0)
    print(queue.full(), task.done(), await queue.get())
    await task
    print(await queue.get())
    task = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    await queue.put("third")
    print(await task)


async def other_orders():
    stack = asyncio.LifoQueue()
    heap = asyncio.PriorityQueue()
    for n in (2, 3, 1):
        await stack.put(n)
        await heap.put(n)
    print([await stack.get() for _ in range(3)], [await heap.get() for _ in range(3)])
    await heap.put(Odd(1))
    try:
        await heap.put(Odd(2))
    except ValueError as error:
        print(error)


async def wrongly():
    queue = asyncio.Queue()
    for bad in (lambda: queue.put(), lambda: queue.put(1, 2)):
        try:
            await bad()
        except TypeError as error:
            print(error)
    try:
        await queue.put()
    except TypeError as error:
        print(error)
    queue.put(5)
    print(queue.qsize())


async def main():
    await directly()
    await later()
    await full_and_empty()
    await other_orders()
    await wrongly()


asyncio.run(main())
