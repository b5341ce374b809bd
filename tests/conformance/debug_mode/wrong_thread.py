"""In debug mode call_soon and its kin refuse to be called from another thread."""
# shows: dev / Debug Mode / non-threadsafe calls from a wrong thread raise RuntimeError
import asyncio


def in_thread(loop):
    for call in (loop.call_soon, lambda f: loop.call_later(1, f), lambda f: loop.call_at(1, f),
                 loop.call_soon_threadsafe):
        try:
            print(type(call(print)).__name__)
        except RuntimeError as error:
            print(error)


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(in_thread, loop)
    loop.set_debug(True)
    await asyncio.to_thread(in_thread, loop)


asyncio.run(main())
