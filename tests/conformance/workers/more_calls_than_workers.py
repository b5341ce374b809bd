"""The default pool has eight workers: the ninth call waits for a free one."""
# shows: concurrent.futures / ThreadPoolExecutor / more calls than workers wait their turn
import asyncio
import time


def work(number):
    time.sleep(1)
    return number


async def main():
    loop = asyncio.get_running_loop()
    calls = [loop.run_in_executor(None, work, i) for i in range(18)]
    for call in calls:
        await call
        print(loop.time(), call.result())


asyncio.run(main())
