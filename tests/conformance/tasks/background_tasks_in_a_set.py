"""Fire and forget: a set keeps the tasks, each takes itself out when it is done."""
# shows: task / create_task / a collection keeps references, add_done_callback(discard) lets them go
import asyncio

background = set()


async def work(n):
    await asyncio.sleep(n)
    print(n, len(background))


async def main():
    for n in range(3):
        task = asyncio.create_task(work(n))
        background.add(task)
        task.add_done_callback(background.discard)
    await asyncio.sleep(1.5)
    print(len(background), [task.get_name() for task in background])
    await asyncio.sleep(1)
    print(background)


asyncio.run(main())
