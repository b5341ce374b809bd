"""Neither `yield from lock` nor `with await lock` gets a lock any more."""
# shows: sync / Lock / `yield from lock` and `with await lock` are no more
import asyncio
import types


@types.coroutine
def old_style(lock):
    yield from lock


async def with_await(lock):
    with await lock:
        print("never printed")


async def main():
    for thing in (asyncio.Lock(), asyncio.Condition(), asyncio.Semaphore()):
        for use in (old_style, with_await):
            try:
                await use(thing)
            except TypeError as error:
                print(error)
        print(thing.locked())


asyncio.run(main())
