"""Parameters of asyncio's functions and of the loop's methods can be given by name; those of C types cannot."""
# shows: eventloop / loop.run_until_complete / by name: future=
# shows: eventloop / loop.run_in_executor / by name: executor=, func=
# shows: eventloop / loop.set_default_executor / by name: executor=
# shows: eventloop / loop.set_debug / by name: enabled=
# shows: eventloop / loop.set_task_factory / by name: factory=
# shows: eventloop / loop.set_exception_handler / by name: handler=
# shows: eventloop / loop.add_signal_handler / by name: sig=, callback=
# shows: eventloop / set_event_loop / by name: loop=
# shows: future / isfuture / by name: obj=
# shows: future / Future.add_done_callback / the callback by position only
# shows: task / Task.get_stack / limit= by name only
import asyncio
import concurrent.futures


async def work():
    return 1


def attempt(name, call):
    try:
        print(name, type(call()).__name__)
    except (TypeError, ValueError, RuntimeError) as error:
        print(name, type(error).__name__, error)


loop = asyncio.new_event_loop()
future = loop.create_future()
attempt("isfuture", lambda: asyncio.isfuture(obj=5))
attempt("iscoroutine", lambda: asyncio.iscoroutine(obj=5))
attempt("iscoroutinefunction", lambda: asyncio.iscoroutinefunction(func=5))
attempt("set_event_loop", lambda: asyncio.set_event_loop(loop=loop))
attempt("set_task_factory", lambda: loop.set_task_factory(factory=None))
attempt("run_in_executor", lambda: loop.run_in_executor(executor=None, func=int))
attempt("set_default_executor", lambda: loop.set_default_executor(executor=concurrent.futures.ThreadPoolExecutor()))
attempt("set_exception_handler", lambda: loop.set_exception_handler(handler=lambda loop, context: print(context)))
attempt("call_exception_handler", lambda: loop.call_exception_handler(context={"message": "m"}))
attempt("set_exception_handler", lambda: loop.set_exception_handler(handler=None))
attempt("default_exception_handler", lambda: loop.default_exception_handler(context={"message": "m"}))
attempt("set_debug", lambda: loop.set_debug(enabled=False))
attempt("add_signal_handler", lambda: loop.add_signal_handler(sig=9, callback=print))
attempt("remove_signal_handler", lambda: loop.remove_signal_handler(sig=15))
attempt("run_until_complete", lambda: loop.run_until_complete(future=work()))
# Those of C take no keywords, or keywords alone, and say so in their own words.
task = loop.create_task(work())
attempt("add_done_callback", lambda: task.add_done_callback(fn=print))
attempt("add_done_callback", lambda: future.add_done_callback(fn=print))
attempt("remove_done_callback", lambda: task.remove_done_callback(fn=print))
attempt("get_stack", lambda: task.get_stack(1))
attempt("print_stack", lambda: task.print_stack(1))
loop.run_until_complete(task)
loop.close()
