"""A task sets the result of a future that another one awaits; a cancelled one is asked first."""
# shows: future / Future / awaited until it has a result, has an exception, or is cancelled
# shows: future / Future.cancelled / asked before a result is set
import asyncio


async def set_after(future, delay, value):
    await asyncio.sleep(delay)
    if future.cancelled():
        print("too late for", value)
    elif isinstance(value, Exception):
        future.set_exception(value)
    else:
        future.set_result(value)


async def main():
    loop = asyncio.get_running_loop()
    for value in ("... world", ValueError("no world"), "cancelled"):
        future = loop.create_future()
        setting = loop.create_task(set_after(future, 1, value))
        if value == "cancelled":
            loop.call_later(0.5, future.cancel)
        print("hello ...")
        try:
            print(await future)
        except (ValueError, asyncio.CancelledError) as error:
            print(repr(error))
        await setting


asyncio.run(main())
