"""A future's states, errors, callbacks and reprs."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future, future.get_loop() is loop)
    for call in (future.result, future.exception):
        try:
            call()
        except asyncio.InvalidStateError as error:
            print(error)
    seen = []
    future.add_done_callback(seen.append)
    future.add_done_callback(seen.append)
    print(future.remove_done_callback(seen.append))
    future.add_done_callback(lambda f: print("callback", f.result()))
    future.set_result("x" * 100)
    print(future, await future)
    for call in (lambda: future.set_result(1), lambda: future.set_exception(ValueError())):
        try:
            call()
        except asyncio.InvalidStateError as error:
            print(error)
    print(future.cancel(), future.cancelled(), future.done())
    failed = loop.create_future()
    for wrong in (StopIteration, 5):
        try:
            failed.set_exception(wrong)
        except TypeError as error:
            print(error)
    failed.set_exception(KeyError)
    print(failed, repr(failed.exception()))
    cancelled = asyncio.Future()
    print(cancelled.cancel("why"), cancelled)
    try:
        await cancelled
    except asyncio.CancelledError as error:
        print(repr(error))
    print(asyncio.isfuture(cancelled), asyncio.isfuture(main), asyncio.Future[int])


asyncio.run(main())
