"""when, reschedule, expired: a limit that is not known at first."""
# shows: task / Timeout.when / the deadline in the loop's time, or None
# shows: task / Timeout.reschedule / None takes the limit away, the past strikes at the next turn
# shows: task / Timeout.expired / true from the moment it strikes
# shows: task / timeout / TimeoutError can be caught outside of the block only
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(None) as limit:
            print(limit, limit.when(), limit.expired())
            limit.reschedule(loop.time() + 10)
            print(limit, limit.when())
            try:
                await asyncio.sleep(20)
            except TimeoutError:
                print("not here")
            except asyncio.CancelledError as error:
                print("cancelled inside", error.args, limit.expired(), limit, loop.time())
                raise
    except TimeoutError as error:
        print("timed out", error.args, repr(error.__cause__), limit.expired(), limit)
    async with asyncio.timeout(5) as limit:
        limit.reschedule(None)
        print(limit.when())
        await asyncio.sleep(10)
    print(limit, limit.expired(), loop.time())
    for when in (loop.time(), loop.time() - 5, 0):
        try:
            async with asyncio.timeout(5) as limit:
                limit.reschedule(when)
                await asyncio.sleep(0)
                print("still inside")
                await asyncio.sleep(0)
                print("and still")
        except TimeoutError:
            print("at once", loop.time())
    for late in (lambda: limit.reschedule(1), lambda: asyncio.timeout(1).reschedule(1)):
        try:
            late()
        except RuntimeError as error:
            print(error)
    print(asyncio.timeout(3), isinstance(asyncio.timeout(3), asyncio.Timeout))


asyncio.run(main())
