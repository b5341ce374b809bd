# What a loop's own time() says is what its timers go by; it waits by what is left of them.
import asyncio


class Ahead(asyncio.SelectorEventLoop):
    def time(self):
        return super().time() + 1000


class ByHand(asyncio.SelectorEventLoop):
    def __init__(self, start):
        super().__init__()
        self.seconds = start

    def time(self):
        return self.seconds

    def advance(self, seconds):
        self.seconds += seconds


async def main():
    loop = asyncio.get_running_loop()
    print(loop.time(), loop.call_later(2, print, "later").when())
    await asyncio.sleep(3)
    print(loop.time())
    try:
        async with asyncio.timeout(1) as limit:
            print(limit.when())
            await asyncio.sleep(5)
    except TimeoutError:
        print("timed out at", loop.time())


async def moved():
    loop = asyncio.get_running_loop()
    print(loop.time())
    sleeping = asyncio.create_task(asyncio.sleep(60, "woken"))
    await asyncio.sleep(0)
    loop.advance(59)
    await asyncio.sleep(0)
    print(sleeping.done())
    loop.advance(1)
    print(await sleeping, loop.time())


loop = Ahead()
loop.run_until_complete(main())
loop.close()
loop = ByHand(7)
loop.run_until_complete(moved())
loop.close()
