"""run_forever until stop(), which ends the current turn; it can be run again."""
# shows: eventloop / loop.run_forever / until stop(), and again
import asyncio

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)


def tick(number):
    print(loop.time(), "tick", number)
    if number == 2:
        loop.stop()
        loop.call_soon(print, "next turn")
    loop.call_later(1, tick, number + 1)


loop.call_soon(tick, 0)
loop.run_forever()
print("stopped", loop.time(), loop.is_running())
loop.call_later(0.5, loop.stop)
loop.run_forever()
print("again", loop.time())
loop.stop()
loop.call_soon(print, "one turn")
loop.run_forever()
loop.close()
