"""A partial object tells in reprs and in messages what it calls, a lambda does not."""
# shows: eventloop / loop.call_soon / a partial object shows what it calls, in reprs and messages
import asyncio
import functools


def fail(*args, **kwargs):
    raise ValueError(args, kwargs)


async def main():
    loop = asyncio.get_running_loop()
    print(str(loop.call_soon(functools.partial(print, "Hello", flush=True))).split(" created")[0])
    print(str(loop.call_soon(lambda: None)).split(" at ")[0])
    loop.call_soon(functools.partial(fail, "one", key=2), 3)
    loop.call_soon(lambda: fail("four"))
    await asyncio.sleep(0)


asyncio.run(main())
