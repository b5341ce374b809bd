"""What dies on the way up to a handler sees that the coroutine awaits nothing any more."""


class Once:
    """An iterator that looks, as it dies, at what its coroutine awaits."""
    def __iter__(self):
        return self
    def __next__(self):
        return 1
    def __del__(self):
        print("gone; awaited:", outer_coroutine.cr_await)

async def inner():
    raise ValueError("inner")

async def outer():
    for _ in Once():
        await inner()

async def handling():
    try:
        for _ in Once():
            await inner()
    except ValueError:
        print("handled")

for make in (outer, handling):
    outer_coroutine = make()
    try:
        outer_coroutine.send(None)
    except (ValueError, StopIteration) as error:
        print(type(error).__name__)
