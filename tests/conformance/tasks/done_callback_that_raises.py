"""An error in a done callback is reported, the rest still run."""
import asyncio


async def child():
    return 5


def broken(task):
    raise RuntimeError("callback broke")


async def main():
    task = asyncio.create_task(child())
    task.add_done_callback(broken)
    task.add_done_callback(lambda t: print("still called with", t.result()))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("main ends")

asyncio.run(main())
