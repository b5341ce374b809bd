"""Cancelling the concurrent future cancels the task in the loop."""
# shows: task / run_coroutine_threadsafe / cancel() of the future cancels the task in the loop
# shows: task / run_coroutine_threadsafe / the loop must be given
import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled in the loop at", asyncio.get_running_loop().time())
        raise


def thread(loop):
    future = asyncio.run_coroutine_threadsafe(slow(), loop)
    try:
        future.result(timeout=2)
    except TimeoutError:
        print("too long", future.cancel(), future.cancelled())
    coroutine = slow()
    try:
        asyncio.run_coroutine_threadsafe(coroutine)
    except TypeError as error:
        print(error)
    coroutine.close()


async def main():
    await asyncio.to_thread(thread, asyncio.get_running_loop())
    await asyncio.sleep(0)
    print(len(asyncio.all_tasks()))


asyncio.run(main())
