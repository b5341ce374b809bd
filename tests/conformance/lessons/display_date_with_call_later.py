"""A callback that schedules itself until its time is over."""
import asyncio
import datetime


def display_date(end_time, loop):
    print(datetime.datetime.now())
    if (loop.time() + 1.0) < end_time:
        loop.call_later(1, display_date, end_time, loop)
    else:
        loop.stop()


loop = asyncio.new_event_loop()
loop.call_soon(display_date, loop.time() + 5.0, loop)
try:
    loop.run_forever()
finally:
    loop.close()
print("closed", loop.is_closed())
