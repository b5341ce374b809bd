"""The block is cancelled, and that becomes TimeoutError at its end."""
# shows: task / timeout / cancels the block and raises TimeoutError
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(2) as limit:
            print(limit.expired(), limit.when())
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError as error:
                print("inside: cancelled", error.args)
                raise
    except TimeoutError as error:
        print("outside:", repr(error), repr(error.__cause__))
    print(limit.expired(), loop.time(), asyncio.current_task().cancelling())

asyncio.run(main())
