"""Handles can be cancelled, tell when they are due, and show what they call."""
# shows: eventloop / Handle / shows what it calls
import asyncio


def show(*args):
    print("called", args)


async def main():
    loop = asyncio.get_running_loop()
    soon = loop.call_soon(show, "soon", [1, 2, 3], "a text that is far too long to be shown whole")
    print(soon.cancelled(), str(soon).replace(__file__, "FILE"))
    later = loop.call_later(2.5, show)
    at = loop.call_at(1, show, 1)
    print(later.when(), at.when(), later.cancelled())
    later.cancel()
    later.cancel()
    print(later.cancelled(), later)
    print(at < loop.call_at(9.0, show), isinstance(at, asyncio.TimerHandle), isinstance(soon, asyncio.Handle))
    await asyncio.sleep(3)
    soon.cancel()
    print(soon.cancelled(), soon)


asyncio.run(main())
