"""After the time-out each of the rest raises TimeoutError; the tasks run on."""
# shows: task / as_completed / the tasks run on after the timeout
import asyncio


async def work(delay):
    await asyncio.sleep(delay)
    print("done", delay)
    return delay


async def main():
    for next_one in asyncio.as_completed([work(1), work(3), work(4)], timeout=2):
        try:
            print(await next_one)
        except asyncio.TimeoutError as error:
            print(asyncio.get_running_loop().time(), repr(error))
    await asyncio.sleep(3)


asyncio.run(main())
