"""AbstractEventLoop declares the methods; none of them does anything."""
# shows: eventloop / AbstractEventLoop / its methods raise NotImplementedError
import asyncio

loop = asyncio.AbstractEventLoop()
for name in ("run_forever", "stop", "is_running", "is_closed", "close", "time", "create_future", "get_debug",
             "get_task_factory", "get_exception_handler"):
    try:
        getattr(loop, name)()
    except NotImplementedError as error:
        print(name, repr(error))
for call in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), lambda: loop.call_at(1, print),
             lambda: loop.call_soon_threadsafe(print), lambda: loop.run_until_complete(None),
             lambda: loop.set_debug(True), lambda: loop.run_in_executor(None, print)):
    try:
        call()
    except NotImplementedError as error:
        print(repr(error))
