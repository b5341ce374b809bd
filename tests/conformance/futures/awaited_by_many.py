"""A failed future raises the same exception for each that awaits it."""
# shows: future / Future / awaited again and again, with the same exception each time
import asyncio


async def waiter(future):
    try:
        await future
    except ValueError as error:
        return error


async def main():
    future = asyncio.get_running_loop().create_future()
    waiters = [asyncio.create_task(waiter(future)) for _ in range(3)]
    asyncio.get_running_loop().call_later(1, future.set_exception, ValueError("once"))
    errors = [*await asyncio.gather(*waiters), await waiter(future), future.exception()]
    print(len({id(error) for error in errors}), repr(errors[0]))
    try:
        future.result()
    except ValueError as error:
        print(error is errors[0])


asyncio.run(main())
