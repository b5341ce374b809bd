"""A long computation that lets others in: sleep(0), in pieces, by time, and in a thread."""
import asyncio
import time


async def heartbeat(beats):
    while True:
        beats.append(round(asyncio.get_running_loop().time(), 2))
        await asyncio.sleep(0.5)


def chunk():
    time.sleep(0.2)


async def selfish(count):
    for _ in range(count):
        chunk()


async def polite(count):
    for _ in range(count):
        chunk()
        await asyncio.sleep(0)


async def by_time(count, slice_=0.5):
    loop = asyncio.get_running_loop()
    since = loop.time()
    for _ in range(count):
        chunk()
        if loop.time() - since >= slice_:
            await asyncio.sleep(0)
            since = loop.time()


async def threaded(count):
    for _ in range(count):
        await asyncio.to_thread(chunk)


async def measure(worker):
    beats = []
    heart = asyncio.create_task(heartbeat(beats))
    await asyncio.sleep(0)
    start = asyncio.get_running_loop().time()
    await worker(10)
    took = asyncio.get_running_loop().time() - start
    heart.cancel()
    gaps = [round(b - a, 2) for a, b in zip(beats, beats[1:])] or [round(took, 2)]
    print(f"{worker.__name__:<9} took {took:.1f}, {len(beats)} beats, longest gap {max(gaps)}")


async def is_prime(n):
    for d in range(2, int(n ** 0.5) + 1):
        if d % 100 == 0:
            await asyncio.sleep(0)
        if n % d == 0:
            return False
    return True


async def main():
    for worker in (selfish, polite, by_time, threaded):
        await measure(worker)
    numbers = (7919, 7920, 104729, 1000)
    print(dict(zip(numbers, await asyncio.gather(*map(is_prime, numbers)))))

asyncio.run(main())
