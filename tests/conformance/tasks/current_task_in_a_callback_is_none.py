"""A callback is no task; without a loop there is no current task."""
import asyncio


def callback():
    print("callback:", asyncio.current_task())


async def main():
    asyncio.get_running_loop().call_soon(callback)
    await asyncio.sleep(0)
    print("main:", asyncio.current_task().get_name())

asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)
