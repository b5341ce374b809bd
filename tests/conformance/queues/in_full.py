"""A queue's methods and states, one by one."""
# shows: queue / Queue / a maxsize of 0 or less means no limit
# shows: queue / Queue.maxsize / how many items may be in it
# shows: queue / Queue.empty / whether there is nothing in it
# shows: queue / Queue.full / whether maxsize items are in it; never with maxsize 0
# shows: queue / Queue.qsize / how many items there are
# shows: queue / Queue.get / waits for an item
# shows: queue / Queue.put / waits for a free slot
# shows: queue / Queue.get_nowait / QueueEmpty where there is none
# shows: queue / Queue.put_nowait / QueueFull where there is no slot
# shows: queue / QueueEmpty / raised by get_nowait
# shows: queue / QueueFull / raised by put_nowait
# shows: queue / Queue.task_done / ValueError where it is called too often
# shows: queue / Queue.join / at once when nothing is unfinished, else until all items are done
import asyncio


def state(queue):
    return repr(queue).split(" ", 4)[-1], queue.qsize(), queue.empty(), queue.full(), queue.maxsize


async def main():
    for size in (0, -3, 2, 1.5):
        queue = asyncio.Queue(size)
        print(state(queue), queue.put_nowait("a"), state(queue), await queue.get())
    queue = asyncio.Queue(maxsize=2)
    print(str(queue), await queue.put(1), queue.put_nowait(2), state(queue))
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull as error:
        print("full", repr(error))
    putting = asyncio.create_task(queue.put(3))
    await asyncio.sleep(0)
    print(state(queue), queue.get_nowait(), state(queue))
    await putting
    print(state(queue), [queue.get_nowait() for _ in range(2)])
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print("empty", repr(error))
    getting = [asyncio.create_task(queue.get()) for _ in range(2)]
    await asyncio.sleep(0)
    print(state(queue))
    queue.put_nowait("x")
    print(state(queue))
    await queue.put("y")
    print([await task for task in getting])
    joining = asyncio.create_task(queue.join())
    for n in range(6):
        await asyncio.sleep(0)
        try:
            print(n, queue.task_done(), joining.done(), state(queue))
        except ValueError as error:
            print(n, error, joining.done())
    await asyncio.Queue().join()
    print(asyncio.get_running_loop().time())


asyncio.run(main())
