"""time.sleep moves the clock outside of tasks as well."""
import asyncio
import time


async def main():
    print(asyncio.get_running_loop().time())

time.sleep(1.5)
asyncio.run(main())
time.sleep(1)
print(time.monotonic())
