"""stop() lets the current batch end, and no more."""
import asyncio

loop = asyncio.new_event_loop()


def stopper():
    print("stopping at", loop.time())
    loop.stop()
    loop.call_soon(print, "one batch later")

loop.call_later(2, stopper)
loop.call_later(2, print, "same batch")
loop.call_later(3, print, "after the second start")
loop.run_forever()
print("stopped")
loop.call_later(2, loop.stop)
loop.run_forever()
loop.close()
