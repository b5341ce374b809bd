"""run() is refused beside a running loop of the same thread; in another thread it is fine."""
# shows: runner / run / fine in another thread than the one where a loop runs
import asyncio
import threading


async def inner():
    await asyncio.sleep(1)
    return threading.current_thread() is threading.main_thread()


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(asyncio.run, inner()), loop is asyncio.get_running_loop(), loop.time())
    coroutine = inner()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()


asyncio.run(main())
