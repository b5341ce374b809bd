"""cancelling(), uncancel() and a task that is cancelled twice."""
import asyncio


async def persistent():
    me = asyncio.current_task()
    for attempt in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            print(f"request {attempt}: {error.args}, counted {me.cancelling()}, left {me.uncancel()}")
    return "gave in by itself"


async def impatient():
    asyncio.current_task().cancel("myself")
    print("still running until the next await")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print("now:", error)
        raise


async def main():
    task = asyncio.create_task(persistent())
    for n in range(3):
        await asyncio.sleep(1)
        task.cancel(f"try {n}")
        task.cancel("again")
    print(await task, task.cancelling())
    other = asyncio.create_task(impatient())
    results = await asyncio.gather(other, return_exceptions=True)
    print(repr(results[0]), other.cancelled())


asyncio.run(main())
