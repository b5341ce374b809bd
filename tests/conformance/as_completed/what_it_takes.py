"""as_completed() takes any iterable of awaitables, makes tasks of coroutines and knows no single one."""
# shows: task / as_completed / any iterable; coroutines become tasks; not a single awaitable
import asyncio


async def work(n):
    await asyncio.sleep(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1.5, future.set_result, "future")
    for coroutine in asyncio.as_completed({work(2): 1, future: 2, asyncio.create_task(work(1)): 3}):
        print(await coroutine, loop.time())
    print([await each for each in asyncio.as_completed(work(n) for n in (3, 1, 2))], loop.time())
    one = work(1)
    for wrong in (one, future, 5):
        try:
            next(asyncio.as_completed(wrong))
        except TypeError as error:
            print(str(error).split(" at ")[0])
    one.close()


asyncio.run(main())
