"""time.sleep inside a coroutine freezes everyone; asyncio.sleep lets the others run."""
import asyncio
import time


async def tick(label, n, pause):
    for i in range(n):
        print(f"{time.perf_counter() - START:.1f} {label} {i}")
        await asyncio.sleep(pause)


async def rude():
    await asyncio.sleep(0.5)
    print(f"{time.perf_counter() - START:.1f} rude begins to block")
    time.sleep(2)
    print(f"{time.perf_counter() - START:.1f} rude is done")


async def polite():
    await asyncio.sleep(0.5)
    for _ in range(4):
        await asyncio.sleep(0.5)
    print(f"{time.perf_counter() - START:.1f} polite is done")


async def busy_until(moment):
    while time.perf_counter() - START < moment:
        await asyncio.sleep(0.1)
    return "arrived"


async def main():
    global START
    for companion in (polite, rude):
        START = time.perf_counter()
        print(companion.__name__)
        await asyncio.gather(tick("tick", 4, 0.4), companion())
    print(await busy_until(6))
    START = time.perf_counter()
    await asyncio.gather(*(asyncio.sleep(1) for _ in range(1000)))
    print(f"a thousand sleepers took {time.perf_counter() - START:.1f} s")


asyncio.run(main())
