"""FIRST_EXCEPTION where nobody fails is ALL_COMPLETED, which is also the default."""
# shows: task / wait / FIRST_EXCEPTION without an exception waits for all; a cancel is none
# shows: task / wait / ALL_COMPLETED is the default
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for arguments in ({"return_when": asyncio.FIRST_EXCEPTION}, {}, {"return_when": asyncio.ALL_COMPLETED}):
        tasks = [asyncio.create_task(asyncio.sleep(n)) for n in (1, 2, 9)]
        loop.call_later(3, tasks[2].cancel)
        start = loop.time()
        done, pending = await asyncio.wait(tasks, **arguments)
        print(len(done), len(pending), loop.time() - start, tasks[2].cancelled())


asyncio.run(main())
