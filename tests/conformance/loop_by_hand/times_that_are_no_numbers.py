# call_at() and call_later() given what cannot be compared with the clock.
import asyncio

loop = asyncio.new_event_loop()
loop.call_at(5.0, print)
for call, time in ((loop.call_at, "x"), (loop.call_at, []), (loop.call_at, "5"), (loop.call_at, None),
                   (loop.call_later, "5"), (loop.call_later, []), (loop.call_later, None)):
    try:
        call(time, print)
    except TypeError as error:
        print(call.__name__, repr(time), error)
loop.close()
