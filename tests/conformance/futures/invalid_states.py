"""A future is resolved once, and tells nothing before."""
import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    for ask in (future.result, future.exception):
        try:
            ask()
        except asyncio.InvalidStateError as error:
            print(error)
    future.set_result(1)
    for again in (lambda: future.set_result(2),
                  lambda: future.set_exception(ValueError())):
        try:
            again()
        except asyncio.InvalidStateError as error:
            print(error)
    print(future.result(), future.cancel(), future.done())

asyncio.run(main())
