"""A partial's keywords can be changed, and its repr shows whatever stands there."""
import asyncio
import functools

added = functools.partial(print, 3, a=1)
added.keywords[5] = 6
print(added)


class partial:
    """Not the one of functools."""


itself = partial()
itself.func = itself
print(asyncio.iscoroutinefunction(itself))
