"""call_later and call_at take their own arguments by keyword too, and say what is missing."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(1, callback=lambda: print("by keyword", loop.time()))
    loop.call_at(callback=print, when=2)
    for method, args, kwargs in [
        (loop.call_later, (), {}), (loop.call_later, (None, print), {}),
        (loop.call_later, ("a", print), {}), (loop.call_at, (None, print), {}),
        (loop.call_later, (1, print), {"delya": 1}),
    ]:
        try:
            method(*args, **kwargs)
        except TypeError as error:
            print(error)
    await asyncio.sleep(3)

asyncio.run(main())
