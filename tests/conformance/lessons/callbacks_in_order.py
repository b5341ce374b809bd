"""call_soon, call_later, call_at: in which order callbacks run, and how to take them back."""
import asyncio


def say(*words):
    print(f"{loop.time():4.2f}", *words)


def chain(n):
    say("chain", n)
    if n:
        loop.call_soon(chain, n - 1)


async def ticks():
    for n in range(3):
        say("task", n)
        await asyncio.sleep(0)


async def main():
    global loop
    loop = asyncio.get_running_loop()
    loop.call_soon(chain, 2)
    task = asyncio.create_task(ticks())
    loop.call_soon(say, "soon")
    await task

    start = loop.time()
    loop.call_later(0.2, say, "later 0.2 first")
    loop.call_at(start + 0.1, say, "at 0.1")
    loop.call_later(0.2, say, "later 0.2 second")
    loop.call_later(0, say, "later 0")
    loop.call_later(-5, say, "later -5")
    loop.call_soon(say, "soon again")
    await asyncio.sleep(0.3)

    timer = loop.call_later(1, say, "never")
    soon = loop.call_soon(say, "never either")
    print(timer.when() - loop.time(), timer.cancelled(), type(timer).__name__, type(soon).__name__)
    timer.cancel()
    soon.cancel()
    await asyncio.sleep(2)
    print(timer.cancelled(), soon.cancelled(), loop.time())

    first, second = loop.create_future(), loop.create_future()
    first.add_done_callback(lambda f: say("first done with", f.result()))
    first.add_done_callback(lambda f: second.set_result(f.result() * 2))
    second.add_done_callback(say_future := (lambda f: say("second done with", f.result())))
    loop.call_later(0.5, first.set_result, 21)
    print(await second, second.remove_done_callback(say_future))
    first.add_done_callback(lambda f: say("added late, still called"))
    say("before it")
    await asyncio.sleep(0)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    say("a failing callback stops nobody")

asyncio.run(main())
