"""Coroutines of asyncio's own, begun or not, are no way to outlive the collector."""
import asyncio
import gc
import weakref


class Kept:
    pass


def begun(coroutine):
    coroutine.send(None)
    return coroutine


def in_a_cycle(make, begin):
    kept = Kept()
    future = asyncio.get_running_loop().create_future()
    future.kept = kept
    coroutine = make(future)
    kept.coroutine = begun(coroutine) if begin else coroutine
    return weakref.ref(kept)


WAYS = {
    "wait": lambda future: asyncio.wait([future]),
    "wait_for without a limit": lambda future: asyncio.wait_for(future, None),
    "wait_for": lambda future: asyncio.wait_for(future, 5),
    "to_thread": lambda future: asyncio.to_thread(print, future),
}


async def main():
    for name, make in WAYS.items():
        for begin in (False,) if name == "to_thread" else (False, True):
            gone = in_a_cycle(make, begin)
            before = gone() is not None
            gc.collect()
            print(name, begin, before, gone() is None)


asyncio.run(main())
