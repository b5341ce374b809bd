"""What is done already has no time limit, not even zero."""
# shows: task / wait_for / a result that is there comes with any limit
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for limit in (0, -1, 1, None):
        future = loop.create_future()
        future.set_result("there")
        print(await asyncio.wait_for(future, limit), end=" ")
        task = asyncio.create_task(asyncio.sleep(0, "task"))
        try:
            print(await asyncio.wait_for(task, limit), loop.time())
        except TimeoutError:
            print("timed out", task.cancelled())


asyncio.run(main())
