"""Three ways of limiting a rate: fixed window, sliding window, and a leaky bucket."""
import asyncio
from collections import deque


class FixedWindow:
    def __init__(self, limit, period):
        self.limit, self.period, self._window, self._used = limit, period, None, 0

    async def acquire(self):
        loop = asyncio.get_running_loop()
        while True:
            window = loop.time() // self.period
            if window != self._window:
                self._window, self._used = window, 0
            if self._used < self.limit:
                self._used += 1
                return
            await asyncio.sleep((window + 1) * self.period - loop.time())


class SlidingWindow:
    def __init__(self, limit, period):
        self.period, self._times, self._lock = period, deque(maxlen=limit), asyncio.Lock()

    async def acquire(self):
        loop = asyncio.get_running_loop()
        async with self._lock:
            if len(self._times) == self._times.maxlen:
                await asyncio.sleep(max(0, self._times[0] + self.period - loop.time()))
            self._times.append(loop.time())


class LeakyBucket:
    def __init__(self, limit, period):
        self._gap, self._free = period / limit, 0.0

    async def acquire(self):
        now = asyncio.get_running_loop().time()
        turn = max(now, self._free)
        self._free = turn + self._gap
        await asyncio.sleep(turn - now)


async def caller(limiter, start, times):
    await asyncio.sleep(start)
    await limiter.acquire()
    times.append(asyncio.get_running_loop().time())


def busiest(times, period):
    return max(sum(t <= other < t + period - 1e-9 for other in times) for t in times)


async def trial(limiter):
    begin, times = asyncio.get_running_loop().time(), []
    await asyncio.gather(*(caller(limiter, start, times) for start in (0, 0, 0, 0.9, 0.9, 0.9, 1.0, 1.0)))
    print(f"{type(limiter).__name__:<14}", *(f"{t - begin:.2f}" for t in times), "busiest", busiest(times, 1))


async def main():
    for kind in (FixedWindow, SlidingWindow, LeakyBucket):
        await trial(kind(3, 1))
        await asyncio.sleep(5 - asyncio.get_running_loop().time() % 5)

asyncio.run(main())
