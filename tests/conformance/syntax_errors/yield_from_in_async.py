"""yield from has no place in a coroutine."""


async def main():
    yield from range(3)
