# Two errors of concurrent.futures become asyncio's own where a future hands them on.
import asyncio
import concurrent.futures


async def main():
    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source)
    source.set_exception(concurrent.futures.CancelledError("why"))
    try:
        await wrapped
    except asyncio.CancelledError as error:
        print(type(error), error.args, wrapped.cancelled())
    cancelled = concurrent.futures.Future()
    cancelled.cancel()
    try:
        await asyncio.to_thread(cancelled.result)
    except asyncio.CancelledError as error:
        print(type(error))
    try:
        await asyncio.to_thread(cancelled.set_result, 1)
    except asyncio.InvalidStateError as error:
        print(type(error), str(error).split(":")[0])
    try:
        asyncio.Future().add_done_callback()
    except TypeError as error:
        print(error)


asyncio.run(main())
