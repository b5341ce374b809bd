"""In time: the result, as if there were no limit."""
# shows: task / wait_for / the result, where it comes in time
import asyncio


async def work(seconds):
    await asyncio.sleep(seconds)
    return f"{seconds} s of work"


async def main():
    print(await asyncio.wait_for(work(1), timeout=2))
    print(await asyncio.wait_for(work(1), 5))
    print(asyncio.get_running_loop().time())
    try:
        await asyncio.wait_for(fail(), 1)
    except KeyError as error:
        print(repr(error))


async def fail():
    raise KeyError("inside")

asyncio.run(main())
