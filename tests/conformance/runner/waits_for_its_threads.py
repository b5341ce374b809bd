"""run() does not return before the threads of the default executor have ended, and closes its loop."""
# shows: runner / run / the threads of the default executor are waited for
# shows: runner / run / the loop is closed at the end, the generators are finalized
import asyncio
import time


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(1)
        print("finalized at", time.monotonic())


async def main():
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, time.sleep, 5)
    generator = numbers()
    await anext(generator)
    kept.append(generator)
    print("main ends at", time.monotonic())
    return loop


kept = []
loop = asyncio.run(main())
print("run() ended at", time.monotonic(), loop.is_closed(), loop.is_running())
