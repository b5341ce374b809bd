"""gather, shield, as_completed and ensure_future where no loop runs."""
# shows: task / gather / DeprecationWarning without a running loop, unless all are futures
# shows: task / shield / DeprecationWarning without a running loop, unless it is a future
# shows: task / as_completed / DeprecationWarning without a running loop, unless all are futures
# shows: future / ensure_future / DeprecationWarning without loop= and without a running loop
import asyncio
import warnings


async def work():
    return 1


def attempt(name, call):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = call()
            print(name, type(result).__name__, end=" ")
        except Exception as error:
            result = None
            print(name, type(error).__name__, error, end=" ")
        print([(w.category.__name__, str(w.message)) for w in caught])
    return result


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
future = loop.create_future()
attempt("gather()", lambda: asyncio.gather())
attempt("gather(future)", lambda: asyncio.gather(future))
attempt("gather(coroutine)", lambda: asyncio.gather(work()))
attempt("shield(future)", lambda: asyncio.shield(future))
attempt("shield(coroutine)", lambda: asyncio.shield(work()))
attempt("ensure_future(coroutine)", lambda: asyncio.ensure_future(work()))
attempt("ensure_future(loop)", lambda: asyncio.ensure_future(work(), loop=loop))
attempt("as_completed(future)", lambda: next(asyncio.as_completed([future]))).close()
attempt("as_completed(coroutine)", lambda: next(asyncio.as_completed([work()]))).close()
attempt("Future()", lambda: asyncio.Future())
loop.run_until_complete(asyncio.sleep(1))
loop.close()
asyncio.set_event_loop(None)
coroutine = work()
attempt("gather, none", lambda: asyncio.gather(coroutine))
attempt("ensure_future, none", lambda: asyncio.ensure_future(coroutine))
attempt("shield, none", lambda: asyncio.shield(coroutine))
attempt("Future, none", lambda: asyncio.Future())
attempt("Task, none", lambda: asyncio.Task(coroutine))
coroutine.close()
