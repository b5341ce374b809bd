"""What an asyncio future does otherwise than one of concurrent.futures."""
# shows: future / Future / a concurrent.futures.Future cannot be awaited, this one can
# shows: future / Future.result / no timeout=
# shows: future / Future.exception / no timeout=
# shows: future / Future.add_done_callback / not called at once, where a concurrent future calls it
# shows: future / Future / concurrent.futures.wait() and as_completed() do not take it
# shows: future / Future.cancel / msg=, which a concurrent future has not
import asyncio
import concurrent.futures as cf


async def main():
    own, other = asyncio.get_running_loop().create_future(), cf.Future()
    for future in (own, other):
        future.set_result("value")
        future.add_done_callback(lambda f: print("called", type(f).__module__))
        print("callback added")
    await asyncio.sleep(0)
    print(await own)
    try:
        await other
    except TypeError as error:
        print(error)
    print(other.result(timeout=1), other.exception(timeout=1))
    for wrong in (lambda: own.result(timeout=1), lambda: own.exception(timeout=1), lambda: other.cancel(msg="why"),
                  lambda: cf.wait([own]), lambda: next(cf.as_completed([own]))):
        try:
            wrong()
        except (TypeError, AttributeError) as error:
            print(type(error).__name__)
    print(own.cancel(msg="why"))


asyncio.run(main())
