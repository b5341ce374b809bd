# Classes of loops: what they are, and how programs have asyncio use them.
import asyncio
import functools


class Counting(asyncio.SelectorEventLoop):
    """Counts the callbacks."""

    def __init__(self, name="unnamed"):
        super().__init__()
        self.name = name
        self.count = 0

    def call_soon(self, callback, *args, **keywords):
        self.count += 1
        return super().call_soon(callback, *args, **keywords)

    def report(self):
        return f"{self.name}: {self.count}"


class Policy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = functools.partial(Counting, "of the policy")


class Making(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        return Counting("made")


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
    print(type(loop).__name__, isinstance(loop, asyncio.AbstractEventLoop), loop.report())
    lock = asyncio.Lock()
    async with lock:
        await asyncio.sleep(0)
    return loop


for policy in Policy(), Making():
    asyncio.set_event_loop_policy(policy)
    loop = asyncio.run(main())
    print(loop, loop.report())
asyncio.set_event_loop_policy(None)
loop = Counting()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop, asyncio.ensure_future(asyncio.sleep(0)).get_loop() is loop)
print(asyncio.Future(loop=loop).get_loop().name, Counting.__mro__[1].__name__)
loop.run_until_complete(main())
loop.close()
print(loop.is_closed(), loop.report())
try:
    loop.run_until_complete(asyncio.sleep(0))
except RuntimeError as error:
    print(error)
