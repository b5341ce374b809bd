"""What a callback adds runs in the next iteration, not in this one."""
# shows: eventloop / loop.call_soon / what a callback adds runs in the next turn
import asyncio


async def main():
    loop = asyncio.get_running_loop()

    def first():
        print("first")
        loop.call_soon(print, "added by first")

    loop.call_soon(first)
    loop.call_soon(print, "second")
    await asyncio.sleep(0)
    print("main, one iteration later")
    await asyncio.sleep(0)
    print("main, two iterations later")

asyncio.run(main())
