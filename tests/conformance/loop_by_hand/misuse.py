"""The errors that misuse of a loop raises."""
# shows: eventloop / loop.close / not while it runs
import asyncio


def attempt(call, *args):
    try:
        print(call(*args))
    except (RuntimeError, TypeError, ValueError) as error:
        print(type(error).__name__, str(error).split(" object at")[0])


async def main(loop, other):
    attempt(loop.run_forever)
    attempt(loop.run_until_complete, asyncio.sleep(0))
    attempt(other.run_forever)
    attempt(other.run_until_complete, other.create_future())
    attempt(loop.close)
    attempt(asyncio.run, 5)
    attempt(loop.call_later, None, print)
    attempt(loop.call_at, None, print)
    attempt(loop.call_later, "soon", print)
    attempt(loop.create_task, 5)
    attempt(loop.create_task)
    attempt(loop.set_exception_handler, 5)
    attempt(loop.set_task_factory, 5)
    attempt(asyncio.set_event_loop, 5)


attempt(asyncio.get_running_loop)
loop, other = asyncio.new_event_loop(), asyncio.new_event_loop()
loop.run_until_complete(main(loop, other))
attempt(loop.run_until_complete, 5)
never = other.create_future()
other.call_soon(other.stop)
attempt(other.run_until_complete, never)
loop.close()
loop.close()
for call in (loop.run_forever, lambda: loop.call_soon(print), lambda: loop.call_later(1, print),
             lambda: loop.call_at(1, print), lambda: loop.call_soon_threadsafe(print),
             lambda: loop.run_until_complete(never)):
    attempt(call)
