"""Timers closer than 1e-9 to the clock fire in the same iteration."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()

    def show(text):
        print(loop.time(), text)
        loop.call_soon(print, "   soon after", text)

    loop.call_at(1.0, show, "a")
    loop.call_at(1.0 + 5e-10, show, "b")
    loop.call_at(1.0 + 5e-9, show, "c")
    await asyncio.sleep(2)

asyncio.run(main())
