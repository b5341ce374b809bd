# A thread that has called the loop and ended is nobody to wait for.
import asyncio
import threading


async def main():
    loop = asyncio.get_running_loop()
    thread = threading.Thread(target=lambda: loop.call_soon_threadsafe(print, "called"))
    thread.start()
    thread.join()
    await asyncio.sleep(0)
    print("waits for ever")
    await asyncio.Event().wait()


asyncio.run(main())
