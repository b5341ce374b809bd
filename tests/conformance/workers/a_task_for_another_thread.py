"""A task that a thread asked for shows that a future of concurrent.futures follows it."""
import asyncio
import re


async def job():
    await asyncio.sleep(1)
    return "done"


def ask(loop):
    return asyncio.run_coroutine_threadsafe(job(), loop).result()


async def main():
    answer = asyncio.create_task(asyncio.to_thread(ask, asyncio.get_running_loop()))
    await asyncio.sleep(0.5)
    for task in asyncio.all_tasks():
        if "job" in repr(task):
            print(re.search(r"cb=.*", repr(task)).group())
    print(await answer)


asyncio.run(main())
