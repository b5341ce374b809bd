"""remove_done_callback, and a callback added twice."""
import asyncio


def tell(task):
    print("told", task.get_name(), task.cancelled())


async def main():
    task = asyncio.create_task(asyncio.sleep(5), name="sleeper")
    task.add_done_callback(tell)
    task.add_done_callback(tell)
    await asyncio.sleep(1)
    task.cancel()
    print("asked")
    await asyncio.sleep(0)
    print("one iteration later")
    await asyncio.sleep(0)
    print(task.remove_done_callback(tell))

asyncio.run(main())
