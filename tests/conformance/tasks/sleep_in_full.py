"""sleep(): its result, its arguments, zero and what it refuses."""
# shows: task / sleep / result= is what it returns
# shows: task / sleep / it always suspends, also for zero and less
import asyncio


async def ticks(log):
    while True:
        log.append("tick")
        await asyncio.sleep(0)


async def main():
    log = []
    ticking = asyncio.create_task(ticks(log))
    for delay in (0, 0.0, -1, False, 1e-12):
        log.clear()
        print(await asyncio.sleep(delay, result=delay), len(log), asyncio.get_running_loop().time())
    ticking.cancel()
    print(await asyncio.sleep(True, "true"), await asyncio.sleep(delay=1, result=[1]))
    for wrong in (("x",), (None,), (), (1, 2, 3), ([1],)):
        try:
            print(await asyncio.sleep(*wrong))
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    print(asyncio.get_running_loop().time())


asyncio.run(main())
