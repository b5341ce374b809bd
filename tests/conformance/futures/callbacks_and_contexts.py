"""Done callbacks run in their own contexts, with what functools.partial adds."""
# shows: future / Future.add_done_callback / the future is the only argument; called by call_soon
# shows: future / Future.add_done_callback / context= is where it runs, without it the current one
# shows: future / Future.add_done_callback / functools.partial passes more arguments
# shows: task / Task.add_done_callback / as with a future
# shows: task / Task.remove_done_callback / as with a future
import asyncio
import contextvars
import functools

var = contextvars.ContextVar("var")


def callback(name, future, *, more=None):
    print(name, var.get("unset"), future.result(), more)
    var.set("changed by a callback")


async def main():
    var.set("main")
    loop = asyncio.get_running_loop()
    other = contextvars.copy_context()
    other.run(var.set, "other")
    for thing in (loop.create_future(), asyncio.create_task(asyncio.sleep(1, "result"))):
        thing.add_done_callback(functools.partial(callback, "current", more=1))
        thing.add_done_callback(functools.partial(callback, "other"), context=other)
        thing.add_done_callback(functools.partial(callback, "other again"), context=other)
        plain = functools.partial(callback, "removed")
        thing.add_done_callback(plain)
        print(thing.remove_done_callback(plain))
        if not isinstance(thing, asyncio.Task):
            thing.set_result("result")
        var.set("main again")
        await thing
        await asyncio.sleep(0)
    print(var.get(), other[var])


asyncio.run(main())
