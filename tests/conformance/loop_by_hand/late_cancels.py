"""Handles of every kind; a cancel that comes too late, or twice, does nothing."""
# shows: eventloop / Handle / returned by call_soon_threadsafe too
# shows: eventloop / Handle.cancel / no effect where it is cancelled or has run
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    handles = [loop.call_soon(print, "soon"), loop.call_soon_threadsafe(print, "threadsafe")]
    timers = [loop.call_later(1, print, "later"), loop.call_at(2, print, "at")]
    print([type(each) is asyncio.Handle for each in handles], [type(each) is asyncio.TimerHandle for each in timers])
    await asyncio.sleep(3)
    for handle in handles + timers:
        print(handle.cancel(), handle.cancelled(), handle.cancel(), handle.cancelled())
    again = loop.call_soon(print, "never")
    print(again.cancel(), again.cancel(), again.cancelled())
    await asyncio.sleep(0)


asyncio.run(main())
