"""What cancel() returns, and how requests are counted."""
# shows: task / Task.cancel / False once the task is done, else True; the coroutine may deny it
# shows: task / Task.cancelling / counts the requests, less those taken back
# shows: task / Task.uncancel / takes one back, never below zero, and nothing once the task is done
import asyncio


async def stubborn():
    me = asyncio.current_task()
    for _ in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            print("asked to stop", error.args, me.cancelling(), me.cancelled())
    print(me.uncancel(), me.cancelling())
    return "went on"


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(1)
    for n in range(3):
        print(task.cancel(msg=n), task.cancelling())
        await asyncio.sleep(1)
    print(task.done(), task.result(), task.cancel(), task.cancelling())
    print(task.uncancel(), task.uncancel(), task.cancelling())
    fresh = asyncio.create_task(stubborn())
    print(fresh.uncancel(), fresh.cancel("first"), fresh.cancel("second"), fresh.cancelling())
    try:
        await fresh
    except asyncio.CancelledError as error:
        print("never began", error.args, fresh.cancelled(), fresh.cancelling(), fresh.uncancel())


asyncio.run(main())
