"""call_soon and its kin: order, contexts, partial, what they return."""
# shows: eventloop / loop.call_soon / in the order of registering, each once; returns a Handle
# shows: eventloop / loop.call_soon / context= is where it runs
# shows: eventloop / loop.call_soon / keywords through functools.partial
# shows: eventloop / loop.call_later / after a delay, returns a TimerHandle; context= as well
# shows: eventloop / loop.call_at / at a time of the loop's clock
# shows: eventloop / loop.time / the loop's clock
# shows: eventloop / Handle.cancel / it will not be called
# shows: eventloop / Handle.cancelled / whether it was cancelled
# shows: eventloop / TimerHandle.when / when it is due
import asyncio
import contextvars
import functools

var = contextvars.ContextVar("var", default="unset")


def call(*args, **kwargs):
    print(loop.time(), var.get(), args, kwargs)
    var.set("changed")


loop = asyncio.new_event_loop()
context = contextvars.copy_context()
context.run(var.set, "mine")
handles = [loop.call_soon(call, 1, 2), loop.call_soon(call, "own", context=context),
           loop.call_soon(functools.partial(call, key="word"), 3), loop.call_soon(call),
           loop.call_later(1, call, "later", context=context), loop.call_at(0.5, call, "at"),
           loop.call_later(-3, call, "past"), loop.call_soon_threadsafe(call, "thread", context=context),
           loop.call_later(2, call, "never"), loop.call_soon(call, "never")]
print([type(h).__name__ for h in handles], [h.when() for h in handles if isinstance(h, asyncio.TimerHandle)])
handles[-1].cancel()
handles[-2].cancel()
print([h.cancelled() for h in handles])
loop.run_until_complete(asyncio.sleep(3))
print([h.cancelled() for h in handles], context[var], var.get())
for wrong in (lambda: loop.call_soon(), lambda: loop.call_soon(call, key=1), lambda: loop.call_soon(5),
              lambda: loop.call_later(1), lambda: loop.call_later("x", call), lambda: loop.call_at(5)):
    try:
        handle = wrong()
        print("accepted", type(handle).__name__)
        handle.cancel()
    except TypeError as error:
        print(error)
loop.close()
