"""Too late: the inner task is cancelled, then TimeoutError is raised."""
# shows: task / wait_for / at the timeout the task is cancelled and TimeoutError raised
import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("work cancelled", asyncio.get_running_loop().time())
        raise


async def main():
    try:
        await asyncio.wait_for(work(), timeout=2)
    except asyncio.TimeoutError as error:
        print(repr(error), repr(error.__cause__))
    print(asyncio.TimeoutError is TimeoutError)

asyncio.run(main())
