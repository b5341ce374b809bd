"""shield: the waiting is cancelled, the work goes on."""
import asyncio


async def save(name):
    try:
        for percent in (25, 50, 75, 100):
            await asyncio.sleep(0.5)
            print(f"{name} {percent}%")
        return f"{name} saved"
    except asyncio.CancelledError:
        print(f"{name} interrupted")
        raise


async def shielded(name):
    work = asyncio.create_task(save(name))
    try:
        return await asyncio.shield(work)
    except asyncio.CancelledError:
        print(f"waiting for {name} was cancelled; finishing anyway")
        print(await work)
        raise


async def main():
    plain = asyncio.create_task(save("plain"))
    guarded = asyncio.create_task(shielded("guarded"))
    await asyncio.sleep(1.2)
    plain.cancel()
    guarded.cancel()
    print(await asyncio.gather(plain, guarded, return_exceptions=True))
    work = asyncio.create_task(save("twice"))
    for _ in range(2):
        try:
            print(await asyncio.wait_for(asyncio.shield(work), 1.5))
        except TimeoutError:
            print("not yet", work.done())
    inner = asyncio.get_running_loop().create_future()
    outer = asyncio.shield(inner)
    outer.cancel()
    await asyncio.sleep(0)
    print(outer.cancelled(), inner.cancelled(), inner.done())
    inner.set_result("nobody waits")


asyncio.run(main())
