"""The first error goes to the awaiter; siblings are not cancelled."""
# shows: task / gather / the first exception is raised at once, the others run on
import asyncio


async def work(name, seconds, error=None):
    await asyncio.sleep(seconds)
    print(name, "done")
    if error:
        raise error


async def main():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.gather(work("a", 1), work("b", 2, ValueError("b")),
                             work("c", 3, KeyError("c")), work("d", 4))
    except ValueError as error:
        print("caught", error, "at", loop.time())
    await asyncio.sleep(5)
    print("end", loop.time())

asyncio.run(main())
