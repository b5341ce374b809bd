"""An aclose() into which something is thrown leaves its generator "running" for good."""
import types


@types.coroutine
def pause():
    yield


async def numbers():
    try:
        yield 1
    finally:
        await pause()


def drive(awaitable):
    try:
        print("waits", awaitable.send(None))
    except StopIteration as stop:
        print("gives", stop.value)
    except Exception as error:
        print(repr(error))


generator = numbers()
drive(generator.__anext__())
closing = generator.aclose()
drive(closing)
try:
    closing.throw(KeyError("enough"))
except KeyError as error:
    print(repr(error), generator.ag_running)
drive(generator.__anext__())
