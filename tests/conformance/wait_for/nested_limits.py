"""Of two nested limits the shorter one strikes."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for outer, inner in ((1, 2), (2, 1), (1, 1)):
        began = loop.time()
        try:
            await asyncio.wait_for(
                asyncio.wait_for(asyncio.sleep(9), inner), outer)
        except asyncio.TimeoutError:
            print(outer, inner, loop.time() - began)

asyncio.run(main())
