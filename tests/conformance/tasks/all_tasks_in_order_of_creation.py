"""all_tasks is walked in the order in which the tasks were made."""
# shows: task / all_tasks / those that are not done
import asyncio


async def main():
    made = [asyncio.create_task(asyncio.sleep(9 - n), name=f"t{n}")
            for n in range(6)]
    made[2].cancel()
    await asyncio.sleep(1)
    print([t.get_name() for t in asyncio.all_tasks()])
    for task in asyncio.all_tasks():
        if task is not asyncio.current_task():
            task.cancel()
    await asyncio.sleep(0)
    print(len(asyncio.all_tasks()))

asyncio.run(main())
