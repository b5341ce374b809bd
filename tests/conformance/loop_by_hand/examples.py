"""The examples of the documentation on the event loop."""
# shows: eventloop / Examples / hello world with call_soon
# shows: eventloop / Examples / the date with call_later
# shows: eventloop / Handle / returned by call_soon, its repr
# shows: eventloop / TimerHandle / returned by call_later and call_at, its repr
# shows: eventloop / SelectorEventLoop / the loop there is, and what it is an instance of
# shows: eventloop / AbstractEventLoop / what every loop is an instance of
# shows: eventloop / loop.create_future / a future of this loop
import asyncio
import datetime


def hello_world(loop):
    print("Hello World")
    loop.stop()


def display_date(end_time, loop):
    print(datetime.datetime.now())
    if (loop.time() + 1.0) < end_time:
        loop.call_later(1, display_date, end_time, loop)
    else:
        loop.stop()


loop = asyncio.new_event_loop()
print(repr(loop.call_soon(hello_world, loop)).split(" at ")[0])
try:
    loop.run_forever()
finally:
    loop.close()

loop = asyncio.SelectorEventLoop()
print(isinstance(loop, asyncio.AbstractEventLoop), isinstance(loop, asyncio.BaseEventLoop), type(loop).__name__)
end_time = loop.time() + 5.0
loop.call_soon(display_date, end_time, loop)
timer = loop.call_later(9, display_date)
print(repr(timer).split(" at ")[0], isinstance(timer, asyncio.Handle))
try:
    loop.run_forever()
finally:
    timer.cancel()
    print(timer)
    future = loop.create_future()
    print(future, future.get_loop() is loop, loop)
    loop.close()
