"""A lock that goes as soon as it was taken sees that the coroutine awaits nothing."""
import asyncio


class Watched(asyncio.Lock):
    def __del__(self):
        print("lock gone; awaited:", coroutine.cr_await)


async def main():
    await Watched().acquire()
    async with Watched():
        print("inside")
    print("end")


coroutine = main()
asyncio.run(coroutine)
