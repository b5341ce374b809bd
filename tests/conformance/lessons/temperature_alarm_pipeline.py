"""Readings, a smoothing window, a hysteresis and an alarm: asynchronous generators one in another."""
import asyncio
from collections import deque

READINGS = [20, 21, 25, 31, 30, 33, 32, 29, 31, 28, 24, 22, 35, 21]


async def sensor(every):
    for value in READINGS:
        await asyncio.sleep(every)
        yield value


async def smooth(source, size):
    window = deque(maxlen=size)
    async for value in source:
        window.append(value)
        yield sum(window) / len(window)


async def switches(source, on, off):
    """Only the changes: on above one limit, off below another."""
    state = False
    async for value in source:
        if state and value < off or not state and value > on:
            state = not state
            yield state, value


async def main():
    loop = asyncio.get_running_loop()
    print([round(value, 1) async for value in smooth(sensor(0), 3)])
    for size in (1, 3):
        print("window", size)
        start = loop.time()
        async for state, value in switches(smooth(sensor(10), size), on=30, off=26):
            print(f"  {loop.time() - start:>5.0f} s {'ALARM' if state else 'quiet'} at {value:.1f}")

asyncio.run(main())
