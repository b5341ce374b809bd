"""The loop keeps no task alive: one that only its own future knows is collected, and reported."""
# shows: task / create_task / a task that nobody refers to may disappear before it is done
# shows: task / shield / a task that nobody refers to may disappear before it is done
import asyncio
import gc


async def waits_for_nobody():
    await asyncio.get_running_loop().create_future()
    print("never printed")


async def main():
    asyncio.create_task(waits_for_nobody(), name="nobody's")
    kept = asyncio.create_task(waits_for_nobody(), name="kept")
    await asyncio.sleep(1)
    print(sorted(task.get_name() for task in asyncio.all_tasks()))
    gc.collect()
    print(sorted(task.get_name() for task in asyncio.all_tasks()))
    kept.cancel()


asyncio.run(main())
