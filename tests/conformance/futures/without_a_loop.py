"""wrap_future and Future() where no loop runs and none is given."""
# shows: future / wrap_future / DeprecationWarning without loop= and without a running loop
# shows: future / Future / DeprecationWarning without loop= and without a running loop
# shows: extending / Future / loop= is optional
import asyncio
import concurrent.futures
import warnings


def attempt(call):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            future = call()
            print(type(future).__name__, future.get_loop() is loop, end=" ")
        except RuntimeError as error:
            print(error, end=" ")
        print([(w.category.__name__, str(w.message)) for w in caught])


loop = asyncio.new_event_loop()
for given in ({}, {"loop": loop}):
    attempt(lambda: asyncio.wrap_future(concurrent.futures.Future(), **given))
    attempt(lambda: asyncio.Future(**given))
asyncio.set_event_loop(loop)
attempt(lambda: asyncio.wrap_future(concurrent.futures.Future()))
attempt(lambda: asyncio.Future())
asyncio.set_event_loop(None)
attempt(lambda: asyncio.wrap_future(concurrent.futures.Future()))
attempt(lambda: asyncio.Future())
loop.close()
