"""Every method of a future, in every state."""
# shows: future / Future.result / value, exception, CancelledError or InvalidStateError
# shows: future / Future.exception / None, exception, CancelledError raised or InvalidStateError
# shows: future / Future.set_result / InvalidStateError where it is done
# shows: future / Future.set_exception / InvalidStateError where it is done; types are called; no StopIteration
# shows: future / Future.done / after a result, an exception or a cancel
# shows: future / Future.cancelled / only after a cancel
# shows: future / Future.cancel / False where it is done; msg= reaches who awaits
# shows: future / Future.get_loop / the loop it is bound to
# shows: future / Future.remove_done_callback / returns how many were removed
# shows: exceptions / InvalidStateError / a result asked for too early or set twice
import asyncio


def tell(future):
    print(future.done(), future.cancelled(), end=" | ")
    for ask in (future.result, future.exception, lambda: future.set_result(1),
                lambda: future.set_exception(KeyError()), future.cancel):
        if ask is future.cancel or future.done() or ask in (future.result, future.exception):
            try:
                print(repr(ask()), end=" | ")
            except BaseException as error:
                print("raises", repr(error), end=" | ")
    print()


async def main():
    loop = asyncio.get_running_loop()
    pending, good, bad, gone = [loop.create_future() for _ in range(4)]
    good.set_result(None)
    bad.set_exception(ValueError("bad"))
    gone.cancel("gone")
    for future in (good, bad, gone, pending):
        tell(future)
    print(good.get_loop() is loop, asyncio.Future().get_loop() is loop)
    for value in (ValueError, StopIteration("x"), StopIteration, "no exception", int, None):
        future = loop.create_future()
        try:
            future.set_exception(value)
            print(repr(future.exception()))
        except TypeError as error:
            print(error, future.done())
    future = loop.create_future()
    for callback in (print, tell, print):
        future.add_done_callback(callback)
    print([future.remove_done_callback(callback) for callback in (print, print, tell, tell, 5)])
    waiter = asyncio.create_task(wait(future))
    await asyncio.sleep(0)
    future.cancel(msg="a message")
    await waiter
    late = loop.create_future()
    late.set_result("late")
    late.add_done_callback(lambda f: print("called later", f.result()))
    print("called soon, not at once")
    await asyncio.sleep(0)
    print(await late, await late)
    try:
        late.add_done_callback(print, "positional")
    except TypeError as error:
        print(error)
    for wrong in ((5,), (loop,)):
        try:
            asyncio.Future(*wrong)
        except TypeError as error:
            print(error)
    try:
        late.result(timeout=1)
    except TypeError as error:
        print(error)


async def wait(future):
    try:
        await future
    except asyncio.CancelledError as error:
        print("awaiter hears", repr(error))


asyncio.run(main())
