"""Debounce and throttle: acting once after a burst, and at most so often during it."""
import asyncio
import functools


def debounce(quiet):
    """Only the last call counts, once nothing came for so long."""
    def decorate(function):
        pending = None

        @functools.wraps(function)
        def call(*args):
            nonlocal pending
            if pending:
                pending.cancel()
            pending = asyncio.get_running_loop().call_later(quiet, function, *args)
        call.cancel = lambda: pending and pending.cancel()
        return call
    return decorate


def throttle(every):
    """At most one call in so many seconds; the others are dropped."""
    def decorate(function):
        last = None

        @functools.wraps(function)
        def call(*args):
            nonlocal last
            now = asyncio.get_running_loop().time()
            if last is None or now - last >= every:
                last = now
                return function(*args)
            return None
        return call
    return decorate


def stamp(*words):
    print(f"{asyncio.get_running_loop().time():5.2f}", *words)


@debounce(0.5)
def search(text):
    stamp("search for", repr(text))


@throttle(1)
def autosave(text):
    stamp("   saved", repr(text))
    return True


async def main():
    text, saved = "", 0
    for pause, key in ((0.1, "p"), (0.1, "y"), (0.9, "t"), (0.2, "h"), (0.2, "o"), (0.2, "n"), (2, "!")):
        await asyncio.sleep(pause)
        text += key
        search(text)
        saved += bool(autosave(text))
    await asyncio.sleep(0.4)
    search.cancel()
    await asyncio.sleep(1)
    stamp(f"{saved} saves of {len(text)} keys,", search.__name__, autosave.__name__)

asyncio.run(main())
