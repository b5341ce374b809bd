"""In debug mode a cancelled handle goes on to show what it would have called."""
import asyncio


def later(*args):
    pass


async def main():
    loop = asyncio.get_running_loop()
    for debug in (False, True):
        loop.set_debug(debug)
        handle = loop.call_later(1, later, 2, 3)
        soon = loop.call_soon(later, "x")
        for each in (handle, soon):
            each.cancel()
            each.cancel()
            print(repr(each).replace(__file__, "FILE"))
        for work in (main, 5):
            try:
                future = loop.run_in_executor(None, work)
            except TypeError as error:
                print(str(error).split(" at ")[0])
            else:
                if work is main:
                    (await future).close()
                else:
                    print(type(future.exception() if future.done() else None))
                    try:
                        await future
                    except TypeError as error:
                        print(error)


asyncio.run(main())
