"""create_task refuses what is no coroutine."""
import asyncio


async def main():
    for thing in (3, print, main, asyncio.get_running_loop().create_future()):
        try:
            asyncio.create_task(thing)
        except TypeError as error:
            print(str(error).split(",")[0][:22])

asyncio.run(main())
try:
    asyncio.create_task(None)
except RuntimeError as error:
    print(error)
