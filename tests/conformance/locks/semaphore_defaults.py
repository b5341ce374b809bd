"""A semaphore begins with one place unless told otherwise, a bounded one too."""
# shows: sync / Semaphore / value is 1 by default; acquire() waits at zero until a release()
# shows: sync / BoundedSemaphore / value is 1 by default
# shows: sync / Semaphore / async with is acquire() and release() in a finally
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for kind in (asyncio.Semaphore, asyncio.BoundedSemaphore):
        semaphore = kind()
        print(semaphore.locked(), await semaphore.acquire(), semaphore.locked())
        loop.call_later(1, semaphore.release)
        print(await semaphore.acquire(), loop.time(), semaphore.locked())
        semaphore.release()
        try:
            async with semaphore as nothing:
                print(nothing, semaphore.locked())
                raise KeyError("inside")
        except KeyError:
            print(semaphore.locked())
    try:
        semaphore.release()
    except ValueError as error:
        print(error)


asyncio.run(main())
