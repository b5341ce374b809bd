"""A limit that strikes takes its cancel back: what comes after the block is not touched."""
# shows: task / Task.uncancel / timeout() and TaskGroup use it, so that code after their block goes on
import asyncio


async def request(seconds):
    await asyncio.sleep(seconds)
    print("answered", seconds)


async def fail():
    raise ValueError("failed")


async def main():
    task = asyncio.current_task()
    try:
        async with asyncio.timeout(1):
            await request(0.5)
            try:
                await request(5)
            finally:
                print("inside", task.cancelling())
    except TimeoutError:
        print("outside", task.cancelling())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            try:
                await request(5)
            finally:
                print("inside", task.cancelling())
    except* ValueError:
        print("outside", task.cancelling())
    await request(1)


asyncio.run(main())
