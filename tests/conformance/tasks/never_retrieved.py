"""An exception that nobody asks for is reported when the task dies."""
# shows: dev / Detect never-retrieved exceptions / reported as the task dies
import asyncio


async def failing():
    raise ValueError("nobody listens")


async def main():
    task = asyncio.create_task(failing(), name="forgotten")
    await asyncio.sleep(1)
    print("forgetting it")
    del task
    print("reported by now")

asyncio.run(main())
