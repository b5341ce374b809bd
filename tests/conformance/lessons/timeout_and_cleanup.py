"""What a timeout does to the coroutine inside: cancellation, finally, and who sees which exception."""
import asyncio


async def careful(seconds):
    print("careful: open")
    try:
        await asyncio.sleep(seconds)
        return "done"
    except asyncio.CancelledError:
        print("careful: cancelled, cleaning up")
        await asyncio.sleep(0.25)
        print("careful: clean")
        raise
    finally:
        print("careful: close")


async def main():
    loop = asyncio.get_running_loop()
    for limit in (2, 0.5):
        begin = loop.time()
        try:
            answer = await asyncio.wait_for(careful(1), timeout=limit)
        except asyncio.TimeoutError as error:
            print("timeout:", repr(error), repr(error.__cause__))
        else:
            print("answer:", answer)
        print(f"took {loop.time() - begin:g} s\n")

    try:
        async with asyncio.timeout(0.5) as scope:
            await careful(1)
    except TimeoutError:
        print("expired:", scope.expired(), "at", scope.when())

    async with asyncio.timeout(None) as scope:
        print(scope)
        scope.reschedule(loop.time() + 10)
        print(scope.when() - loop.time())
    print(scope)


asyncio.run(main())
