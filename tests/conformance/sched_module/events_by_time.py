# A scheduler runs events by time, then by priority, then in the order of entering.
import sched
import time

events = sched.scheduler(time.monotonic, time.sleep)
events.enter(2, 1, print, ('two',))
events.enter(1, 2, print, ('one, later',))
events.enter(1, 1, print, argument=('one',), kwargs={'end': '!\n'})
late = events.enterabs(time.monotonic() + 9, 1, print, ('never',))
print(len(events.queue), late.priority, late.argument, late.kwargs, events.empty())
events.cancel(late)
try:
    events.cancel(late)
except ValueError as error:
    print(type(error).__name__)
events.run()
print(events.empty(), time.monotonic())
events.enter(1, 1, print)
print(events.run(blocking=False))


def again(count):
    print('tick', time.monotonic())
    if count:
        events.enter(0.5, 1, again, (count - 1,))


events.enter(0, 1, again, (2,))
events.run()
