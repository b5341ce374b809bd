"""Timers run by due time, whatever the order of setting them."""
# shows: eventloop / loop.call_later / by due time
import asyncio


async def main():
    loop = asyncio.get_running_loop()

    def show(text):
        print(loop.time(), text)

    loop.call_later(2, show, "call_later 2")
    loop.call_at(1, show, "call_at 1")
    loop.call_later(0.5, show, "call_later 0.5")
    loop.call_at(loop.time() + 1.5, show, "call_at now + 1.5")
    loop.call_later(0, show, "call_later 0")
    loop.call_later(-1, show, "call_later -1")
    loop.call_soon(show, "call_soon")
    await asyncio.sleep(3)
    show("main")

asyncio.run(main())
