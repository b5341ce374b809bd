"""Without a loop_factory a Runner sets its loop as the current one; a factory must do so itself."""
# shows: runner / Runner / by default its loop is set as the current one, by set_event_loop()
# shows: runner / Runner / a loop_factory has to set the current loop itself
import asyncio


def current():
    try:
        return asyncio.get_event_loop_policy().get_event_loop()
    except RuntimeError as error:
        return str(error)


with asyncio.Runner() as runner:
    print(current() is runner.get_loop())
    runner.run(asyncio.sleep(1))
    print(current() is runner.get_loop())
print(current())
asyncio.set_event_loop(None)
with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
    print(current(), runner.run(asyncio.sleep(1, "ran all the same")))
    print(current())
print(current())
