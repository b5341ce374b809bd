"""stop(): the batch ends, what it added runs the next time."""
# shows: eventloop / loop.run_forever / stopped before it runs: one turn with what is ready
# shows: eventloop / loop.run_forever / stopped while it runs: the batch ends, new callbacks wait for the next run
# shows: eventloop / loop.stop / the loop ends after its batch
# shows: eventloop / loop.is_running / true only while it runs
# shows: eventloop / loop.is_closed / true after close()
# shows: eventloop / loop.close / idempotent; pending callbacks are dropped; nothing works afterwards
# shows: eventloop / loop.run_until_complete / a coroutine is made a task; result or exception
import asyncio


def first():
    print("first", loop.is_running())
    loop.stop()
    loop.call_soon(print, "added by the first")


async def fails():
    raise KeyError("key")


loop = asyncio.new_event_loop()
loop.call_soon(first)
loop.call_soon(print, "same batch")
loop.call_later(1, print, "later")
loop.stop()
loop.run_forever()
print("stopped", loop.is_running(), loop.time())
loop.call_later(5, loop.stop)
loop.run_forever()
print(loop.time(), loop.run_until_complete(asyncio.sleep(1, "result")))
future = loop.create_future()
loop.call_later(1, future.set_result, "of a future")
print(loop.run_until_complete(future), loop.time())
try:
    loop.run_until_complete(fails())
except KeyError as error:
    print(repr(error))
loop.call_soon(print, "never")
loop.call_later(1, print, "never")
loop.close()
loop.close()
print(loop.is_closed(), loop)
coroutine = fails()
for call in (lambda: loop.run_until_complete(coroutine), lambda: loop.create_task(coroutine),
             lambda: loop.run_in_executor(None, print), loop.stop, lambda: loop.time() > 1,
             lambda: loop.create_future().done()):
    try:
        print(call())
    except RuntimeError as error:
        print(error)
coroutine.close()
