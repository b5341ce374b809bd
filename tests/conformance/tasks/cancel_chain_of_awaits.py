"""Cancelling the outer task cancels what it waits for, inside first."""
# shows: task / Task Cancellation / what it awaits is cancelled first
import asyncio


async def layer(name, inner):
    try:
        await inner
    except asyncio.CancelledError:
        print("through", name)
        raise


async def main():
    innermost = asyncio.create_task(layer("task c", asyncio.sleep(9)))
    middle = asyncio.create_task(layer("task b", innermost))
    outer = asyncio.create_task(layer("task a", layer("coroutine", middle)))
    await asyncio.sleep(1)
    outer.cancel("from above")
    results = await asyncio.gather(outer, middle, innermost,
                                   return_exceptions=True)
    print(results)

asyncio.run(main())
