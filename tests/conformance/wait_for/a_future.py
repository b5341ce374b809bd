"""A future waited for in vain is cancelled."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    late = loop.create_future()
    try:
        await asyncio.wait_for(late, 1)
    except asyncio.TimeoutError:
        print(late.cancelled())
    early = loop.create_future()
    loop.call_later(0.5, early.set_result, "early")
    print(await asyncio.wait_for(early, 1), loop.time())
    shielded = loop.create_future()
    try:
        await asyncio.wait_for(asyncio.shield(shielded), 1)
    except asyncio.TimeoutError:
        print(shielded.cancelled())

asyncio.run(main())
