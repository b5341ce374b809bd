"""What asyncio refuses lives as long as its error: that is when "never awaited" is said."""
import asyncio
import sys


async def job(number):
    pass


def attempt(what):
    try:
        what()
    except (RuntimeError, TypeError, ValueError) as error:
        print("caught", error, file=sys.stderr)
    print("after", file=sys.stderr)


attempt(lambda: asyncio.create_task(job(1)))
loop = asyncio.new_event_loop()
loop.close()
attempt(lambda: loop.run_until_complete(job(5)))
attempt(lambda: loop.create_task(job(6)))
attempt(lambda: asyncio.run_coroutine_threadsafe(5, loop))


async def main():
    attempt(lambda: asyncio.run(job(8)))
    attempt(lambda: asyncio.get_running_loop().run_until_complete(job(9)))
    attempt(lambda: asyncio.Queue().put_nowait())
    attempt(lambda: asyncio.sleep())

    async def inner():
        try:
            await asyncio.wait([job(15)])
        except TypeError as error:
            print("caught", error, file=sys.stderr)
        try:
            await asyncio.shield(5)
        except TypeError as error:
            print("caught", error, file=sys.stderr)
        try:
            async with asyncio.TaskGroup() as g:
                pass
            g.create_task(job(17))
        except RuntimeError as error:
            print("caught", error, file=sys.stderr)
    await inner()


asyncio.run(main())
