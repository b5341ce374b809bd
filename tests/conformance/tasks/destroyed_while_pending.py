"""A task that is pending when everything ends is reported."""
# shows: task / create_task / a task that is destroyed while it is pending is reported
import asyncio


async def waiter():
    await asyncio.sleep(10)


async def main():
    asyncio.create_task(waiter(), name="left behind")
    await asyncio.sleep(1)

loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print("end")
