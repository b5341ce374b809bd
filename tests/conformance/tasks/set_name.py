"""set_name shows from then on; anything becomes a string."""
# shows: task / Task.set_name / it shows from then on
import asyncio


async def child():
    task = asyncio.current_task()
    print(task.get_name())
    task.set_name("renamed by itself")
    await asyncio.sleep(1)
    print(task.get_name())


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0.5)
    print(task.get_name())
    task.set_name(3.5)
    print(repr(task.get_name()))
    await task

asyncio.run(main())
