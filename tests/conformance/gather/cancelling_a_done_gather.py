"""cancel() on a gather that has ended with an error cancels nobody."""
# shows: task / gather / once it is done, cancelling it does not touch the awaitables
# shows: task / gather / a cancelled child counts as one that raised CancelledError; the gather is not cancelled
import asyncio


async def work(n):
    await asyncio.sleep(n)
    if n == 1:
        raise ValueError(n)
    print("done", n)
    return n


async def main():
    group = asyncio.gather(work(1), work(2), work(3))
    try:
        await group
    except ValueError as error:
        print(repr(error), group.done(), group.cancel())
    tasks = [asyncio.create_task(work(n)) for n in (2, 3)]
    group = asyncio.gather(*tasks, return_exceptions=True)
    await asyncio.sleep(1.5)
    tasks[0].cancel("just you")
    print(await group, group.cancelled())
    print(asyncio.get_running_loop().time())
    group = asyncio.gather(*[asyncio.create_task(work(n)) for n in (2, 3)])
    print(repr(group).split(" finished")[0], group.cancel("all"), group.done())
    try:
        await group
    except asyncio.CancelledError as error:
        print(repr(error), group.cancelled(), group.cancel())


asyncio.run(main())
