"""What is no loop, where a loop is expected; a task that is not to be cancelled after all."""
import asyncio


async def main():
    print(asyncio.current_task(3), asyncio.all_tasks("loop"))
    sleeping = asyncio.sleep(1)
    try:
        asyncio.ensure_future(sleeping, loop=3)
    except AttributeError as error:
        print(error)
    task = asyncio.create_task(sleeping)
    task.cancel()
    print(task)
    task.uncancel()
    print(task)
    await asyncio.wait([task])
    print(task)


asyncio.run(main())
