"""all_tasks holds the tasks that are not done, current_task the running."""
# shows: task / current_task / the running task
import asyncio


def names():
    return sorted(t.get_name() for t in asyncio.all_tasks())


async def child(seconds):
    await asyncio.sleep(seconds)
    print(asyncio.current_task().get_name(), names())


async def main():
    for seconds in 1, 2, 3:
        asyncio.create_task(child(seconds), name=f"sleeper {seconds}")
    print(asyncio.current_task().get_name(), names())
    await asyncio.sleep(4)
    print(names(), asyncio.current_task() in asyncio.all_tasks())

asyncio.run(main())
