"""Each of two nested limits raises at its own level."""
# shows: task / timeout / limits can be nested
import asyncio


async def attempt(outer, inner):
    try:
        async with asyncio.timeout(outer) as o:
            try:
                async with asyncio.timeout(inner) as i:
                    await asyncio.sleep(9)
            except TimeoutError:
                print("inner expired", o.expired(), i.expired())
                await asyncio.sleep(0.25)
    except TimeoutError:
        print("outer expired", o.expired(), i.expired())


async def main():
    for outer, inner in ((2, 1), (1, 2), (1, 1), (1.1, 1)):
        await attempt(outer, inner)

asyncio.run(main())
