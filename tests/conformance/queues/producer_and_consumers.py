"""A bounded queue, its waiting on both ends, join and task_done."""
# shows: queue / Queue.join / with task_done, producers and consumers
import asyncio


async def producer(queue):
    for n in range(5):
        await queue.put(n)
        print("put", n, queue.qsize(), queue.full())
    await queue.join()
    print("all done", asyncio.get_running_loop().time())


async def consumer(queue, name):
    while True:
        n = await queue.get()
        await asyncio.sleep(1)
        print(name, "did", n, asyncio.get_running_loop().time())
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    consumers = [asyncio.create_task(consumer(queue, name)) for name in "ab"]
    await producer(queue)
    for task in consumers:
        task.cancel()

asyncio.run(main())
