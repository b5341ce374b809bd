"""A hand-made channel of futures between two tasks."""
import asyncio


class Channel:
    def __init__(self):
        self.items, self.waiters = [], []

    def put(self, item):
        self.items.append(item)
        if self.waiters:
            self.waiters.pop(0).set_result(None)

    async def get(self):
        while not self.items:
            waiter = asyncio.get_running_loop().create_future()
            self.waiters.append(waiter)
            await waiter
        return self.items.pop(0)


async def producer(channel):
    for n in range(4):
        await asyncio.sleep(n % 2)
        print("put", n, asyncio.get_running_loop().time())
        channel.put(n)
    channel.put(None)


async def consumer(channel):
    while (item := await channel.get()) is not None:
        print("    got", item)
        await asyncio.sleep(0.5)


async def main():
    channel = Channel()
    await asyncio.gather(producer(channel), consumer(channel))

asyncio.run(main())
