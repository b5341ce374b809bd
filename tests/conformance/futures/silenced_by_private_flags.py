# Programs silence reports by what tasks and futures keep for themselves.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(asyncio.sleep(100))
    task._log_destroy_pending = False
    future = loop.create_future()
    future.set_exception(ValueError("silent"))
    try:
        future._log_traceback = True
    except ValueError as error:
        print(error)
    future._log_traceback = False
    for name in ("_log_traceback", "_cancel_message", "_asyncio_future_blocking"):
        try:
            delattr(future, name)
        except AttributeError as error:
            print(error)
    waited = loop.create_future()
    waited.cancel("first")
    waited._cancel_message = "second"
    try:
        await waited
    except asyncio.CancelledError as error:
        print(error.args)


asyncio.run(main())
