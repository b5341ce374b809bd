"""Locks taken in one order never deadlock; a timeout shows where the other order would."""
import asyncio


async def eager(name, first, second, log):
    async with first:
        log.append(f"{name} has one")
        await asyncio.sleep(0.1)
        try:
            async with asyncio.timeout(1):
                async with second:
                    log.append(f"{name} has both")
                    await asyncio.sleep(0.1)
        except TimeoutError:
            log.append(f"{name} gives up")


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    for orders in (((a, b), (b, a)), ((a, b), (a, b))):
        log = []
        await asyncio.gather(*(eager(name, *order, log) for name, order in zip(("left", "right"), orders)))
        print(*log, sep="; ")
        print(a.locked(), b.locked(), asyncio.get_running_loop().time())


asyncio.run(main())
