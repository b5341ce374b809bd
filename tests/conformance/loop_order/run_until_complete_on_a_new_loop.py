"""The old style: a loop of one's own, used twice, then closed."""
import asyncio


async def work(n):
    await asyncio.sleep(n)
    return asyncio.get_running_loop().time()

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(work(1)))
print(loop.run_until_complete(work(2)))
print(loop.is_running(), loop.is_closed())
loop.close()
print(loop.is_closed())
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)
