"""A loop of one's own: runs coroutines and futures in turn, with its clock going on."""
# shows: eventloop / loop.run_until_complete / again and again
import asyncio


async def work(delay):
    await asyncio.sleep(delay)
    return delay, asyncio.get_running_loop().time()


loop = asyncio.new_event_loop()
print(loop, loop.is_running(), loop.is_closed())
print(loop.run_until_complete(work(2)))
task = loop.create_task(work(1), name="made outside")
future = loop.create_future()
loop.call_later(3, future.set_result, "set")
print(loop.run_until_complete(task), loop.run_until_complete(future), loop.time())
print(loop.run_until_complete(future))


async def fails():
    raise ValueError("failed")


try:
    loop.run_until_complete(fails())
except ValueError as error:
    print(repr(error))
loop.close()
print(loop.is_closed(), loop)
