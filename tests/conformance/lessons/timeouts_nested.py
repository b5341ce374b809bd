"""Timeouts within timeouts: which of them fires, and what each level sees."""
import asyncio


async def level(name, limit, work):
    try:
        async with asyncio.timeout(limit) as scope:
            await work
            print(f"{name} finished")
    except TimeoutError:
        print(f"{name} timed out (expired={scope.expired()})")
        raise
    except asyncio.CancelledError:
        print(f"{name} cancelled from outside (expired={scope.expired()})")
        raise


async def attempt(outer, inner, work):
    started = asyncio.get_running_loop().time()
    try:
        await level("outer", outer, level("inner", inner, asyncio.sleep(work)))
    except TimeoutError:
        print("main sees TimeoutError")
    print(f"  {outer=} {inner=} {work=} took {asyncio.get_running_loop().time() - started:g}\n")


async def main():
    await attempt(3, 2, 1)
    await attempt(3, 1, 2)
    await attempt(1, 3, 2)
    await attempt(0, 1, 1)
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0)
    except TimeoutError as error:
        print(repr(error))
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout_at(loop.time() + 0.5):
            try:
                await asyncio.sleep(2)
            except asyncio.CancelledError:
                print("swallowed")
    except TimeoutError:
        print("yet it counts")


asyncio.run(main())
