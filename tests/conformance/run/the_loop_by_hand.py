"""new_event_loop, run_until_complete more than once, generators, stop before the end, close."""
import asyncio

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)


async def child(n):
    await asyncio.sleep(n)
    return n


def generator():
    return (yield from asyncio.sleep(1, "from a generator").__await__())


async def stopper():
    loop.stop()
    await asyncio.sleep(1)

print(loop.run_until_complete(asyncio.gather(loop.create_task(child(3)), child(1))))
print(loop.run_until_complete(asyncio.ensure_future(child(1))), loop.time())
print(loop.run_until_complete(generator()))
for action in (lambda: loop.run_until_complete(stopper()), loop.close, lambda: loop.call_soon(print)):
    try:
        action()
    except RuntimeError as error:
        print(error)
print(loop, loop.is_closed())
