"""gather when something fails: the others go on, or the results hold the exceptions."""
import asyncio


async def job(name, delay, error=None):
    try:
        await asyncio.sleep(delay)
        if error:
            raise error
        print(f"{name} done")
        return name
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise


async def main():
    try:
        await asyncio.gather(job("a", 1), job("b", 2, ValueError("b broke")), job("c", 3))
    except ValueError as error:
        print("gather raised", error)
    await asyncio.sleep(2)
    print("-- collected --")
    results = await asyncio.gather(job("a", 1), job("b", 0.5, KeyError("b")), job("c", 0.2), return_exceptions=True)
    print(results, [r for r in results if not isinstance(r, Exception)])
    print("-- cancelled from outside --")
    group = asyncio.gather(job("x", 5), job("y", 6))
    await asyncio.sleep(1)
    group.cancel()
    try:
        await group
    except asyncio.CancelledError:
        print("the gather was cancelled", group.cancelled(), group.done())
    print("-- one inside is cancelled --")
    victim = asyncio.create_task(job("v", 5))
    asyncio.get_running_loop().call_later(0.5, victim.cancel)
    print(await asyncio.gather(victim, job("w", 1), return_exceptions=True))
    print(await asyncio.gather(), await asyncio.gather(job("only", 0)))
    same = job("same", 0.1)
    print(await asyncio.gather(same, same))
    print("-- nested --")
    print(await asyncio.gather(asyncio.gather(job("1", 0), job("2", 0)), job("3", 0)))


asyncio.run(main())
