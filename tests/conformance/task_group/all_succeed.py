"""The block ends when the last task has; a task can add more."""
# shows: task / TaskGroup / all tasks are awaited at the end of the block
import asyncio


async def work(group, name, delay, more=0):
    await asyncio.sleep(delay)
    if more:
        group.create_task(work(group, name + "+", delay, more - 1), name=f"more {more}")
    print(asyncio.get_running_loop().time(), name, asyncio.current_task().get_name(), group)
    return name


async def main():
    async with asyncio.TaskGroup() as group:
        print(group)
        a = group.create_task(work(group, "a", 1, 2))
        b = group.create_task(work(group, "b", 2), name="bee")
        print(group, "block over")
    print(group, a.result(), b.result())


asyncio.run(main())
