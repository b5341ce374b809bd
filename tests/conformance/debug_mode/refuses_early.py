"""What would fail later is refused at the call."""
# shows: dev / Debug Mode / what is no callable is refused at once
import asyncio


async def coroutine():
    pass


async def main():
    loop = asyncio.get_running_loop()
    for method in (loop.call_soon, lambda c: loop.call_later(1, c), lambda c: loop.call_at(1, c), loop.call_soon_threadsafe):
        for wrong in (coroutine, 5):
            try:
                method(wrong)
            except TypeError as error:
                print(error)
    await asyncio.to_thread(from_thread, loop)


def from_thread(loop):
    try:
        loop.call_soon(print, "never")
    except RuntimeError as error:
        print(error)
    loop.call_soon_threadsafe(print, "safe")


asyncio.run(main(), debug=True)
