"""A cancelled handle or timer is silently dropped."""
# shows: eventloop / Handle.cancel / timers too
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    soon = loop.call_soon(print, "never")
    later = loop.call_later(5, print, "never")
    other = loop.call_later(1, print, "once")
    soon.cancel()
    later.cancel()
    print(soon.cancelled(), later.cancelled(), other.cancelled())
    print(later.when(), other.when())
    await asyncio.sleep(2)
    print(loop.time())

asyncio.run(main())
