"""A coroutine function that was not called cannot be awaited, and says what it is."""
import asyncio


async def main():
    lock = asyncio.Lock()
    for thing in (asyncio.sleep, lock.acquire, asyncio.gather, main, print, asyncio.get_running_loop):
        try:
            await thing
        except TypeError as error:
            print(error)
    for function in (asyncio.sleep, asyncio.run, asyncio.gather, asyncio.to_thread, asyncio.timeout,
                     asyncio.new_event_loop, asyncio.wait_for):
        print(repr(function).split(" at ")[0], function.__module__, function.__name__)
    print(asyncio.get_running_loop, asyncio.get_event_loop)


asyncio.run(main())
