"""run and Runner: results, errors, contexts, loops."""
# shows: runner / run / returns the result, raises the exception; a new loop each time
# shows: runner / run / not inside a running loop
# shows: runner / Runner / lazy: the loop is made at with, run() or get_loop()
# shows: runner / Runner / loop_factory= makes the loop; debug= sets its mode
# shows: runner / Runner.run / several runs in one loop and context; context= for another
# shows: runner / Runner.close / generators closed, loop closed; closed for good
# shows: runner / Runner.get_loop / the loop of the runner
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="nothing")


async def work(value):
    before = var.get()
    var.set(value)
    return before, asyncio.get_running_loop().get_debug(), asyncio.current_task().get_name()


async def numbers():
    try:
        for n in range(3):
            yield n
    finally:
        print("generator closed")


async def leave_generator():
    async for n in numbers():
        global kept
        kept = numbers()
        await anext(kept)
        return n


async def nested():
    coroutine = work(1)
    for call in (asyncio.run, asyncio.Runner().run):
        try:
            call(coroutine)
        except RuntimeError as error:
            print(error)
    coroutine.close()


def make_loop():
    print("loop factory")
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    return loop


print(asyncio.run(work("one")), asyncio.run(work("two"), debug=True), var.get())
asyncio.run(nested())
with asyncio.Runner() as runner:
    loop = runner.get_loop()
    print(runner.run(work("a")), runner.run(work("b")), loop is runner.get_loop(), loop.is_running())
    mine = contextvars.copy_context()
    print(runner.run(work("c"), context=mine), mine[var], runner.run(work("d")))
    print(runner.run(leave_generator()))
print(loop.is_closed())
coroutine = work("e")
for call in (lambda: runner.get_loop(), lambda: runner.run(coroutine), lambda: runner.__enter__()):
    try:
        call()
    except RuntimeError as error:
        print(error)
coroutine.close()
runner.close()
with asyncio.Runner(debug=True, loop_factory=make_loop) as runner:
    print(runner.run(work("f")))
lazy = asyncio.Runner(loop_factory=make_loop)
print("made")
lazy.run(work("g"))
lazy.close()
for wrong in (5, None, work):
    try:
        asyncio.run(wrong)
    except ValueError as error:
        print(str(error).split(" at ")[0])
