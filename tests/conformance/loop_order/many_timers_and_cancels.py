"""More than a hundred cancelled timers do not disturb the rest."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    handles = [loop.call_later(n % 7 + 1, print, n) for n in range(300)]
    for n, handle in enumerate(handles):
        if n % 50:
            handle.cancel()
    await asyncio.sleep(8)
    print(loop.time())

asyncio.run(main())
