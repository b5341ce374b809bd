"""An event loop made, used and closed by hand, with call_soon, call_later and a future."""
import asyncio


def say(loop, word):
    print(f"{loop.time():.1f} {word}")


def finish(loop, future):
    say(loop, "setting the result")
    future.set_result(42)


async def answer(future):
    return 2 * await future


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.is_running(), loop.is_closed())
try:
    future = loop.create_future()
    loop.call_soon(say, loop, "soon")
    loop.call_later(1.5, finish, loop, future)
    handle = loop.call_later(1, say, loop, "never heard")
    loop.call_at(loop.time() + 0.5, say, loop, "half past")
    handle.cancel()
    print(handle.cancelled(), handle.when())
    print(loop.run_until_complete(answer(future)))
    loop.call_later(2, loop.stop)
    loop.run_forever()
    say(loop, "stopped")
    loop.run_until_complete(asyncio.sleep(0.25))
finally:
    loop.close()
print(loop.is_closed())
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)
