"""put() waits while the queue is full, get() while it is empty; each goes on at the other's call."""
# shows: queue / Queue.put / blocks at maxsize until get() makes room
# shows: queue / Queue.get / blocks while empty until put()
import asyncio


async def put(queue):
    for n in range(4):
        await queue.put(n)
        print("put", n, "at", asyncio.get_running_loop().time())


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue(maxsize=2)
    putting = asyncio.create_task(put(queue))
    for _ in range(4):
        await asyncio.sleep(1)
        print("got", await queue.get(), "at", loop.time())
    await putting
    loop.call_later(2, queue.put_nowait, "late")
    print("got", await queue.get(), "at", loop.time())


asyncio.run(main())
