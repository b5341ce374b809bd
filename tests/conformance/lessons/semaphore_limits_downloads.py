"""A semaphore lets three downloads run at a time; the others queue in order."""
import asyncio


async def download(number, gate, active):
    async with gate:
        active.add(number)
        print(f"{asyncio.get_running_loop().time():4.2f} start {number}, active {sorted(active)}")
        await asyncio.sleep(1 + number % 3 / 2)
        active.discard(number)
    return number * 100


async def main():
    gate, active = asyncio.Semaphore(3), set()
    sizes = await asyncio.gather(*(download(n, gate, active) for n in range(1, 9)))
    print(f"{sum(sizes)} bytes in {asyncio.get_running_loop().time():.2f} s", gate.locked())


asyncio.run(main())
