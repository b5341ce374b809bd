"""A gather keeps no message of its cancelling: one inside another, the last child, gives none."""
import asyncio
async def main():
    async def inner():
        await asyncio.gather(asyncio.sleep(1), asyncio.gather(asyncio.sleep(2), asyncio.sleep(3)), return_exceptions=True)
    t = asyncio.create_task(inner())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel("m")
    try: await t
    except asyncio.CancelledError as e: print(repr(e))
    async def two():
        await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2), return_exceptions=True)
    t = asyncio.create_task(two())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel("m")
    try: await t
    except asyncio.CancelledError as e: print(repr(e))
    async def three():
        me = asyncio.current_task()
        me.cancel("s")
        await asyncio.gather(asyncio.sleep(1), asyncio.gather(asyncio.sleep(2), asyncio.sleep(3)), return_exceptions=True)
    t = asyncio.create_task(three())
    try: await t
    except asyncio.CancelledError as e: print(repr(e))
    async def quick(): pass
    async def four():
        me = asyncio.current_task()
        me.cancel("s")
        await asyncio.gather(quick(), asyncio.gather(t2, t2, asyncio.sleep(3)), return_exceptions=True)
    t2 = asyncio.create_task(asyncio.sleep(0.2))
    await asyncio.sleep(0.3)
    t = asyncio.create_task(four())
    try: await t
    except asyncio.CancelledError as e: print(repr(e))
asyncio.run(main())
