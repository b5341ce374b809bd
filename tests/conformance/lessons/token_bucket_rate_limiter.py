"""A token bucket lets bursts through and then spaces the calls evenly."""
import asyncio
import time


class TokenBucket:
    """`rate` tokens flow in each second, up to `capacity`."""

    def __init__(self, rate, capacity):
        self.rate = rate
        self.capacity = capacity
        self._tokens = float(capacity)
        self._stamp = time.monotonic()
        self._lock = asyncio.Lock()

    def _refill(self):
        now = time.monotonic()
        self._tokens = min(self.capacity,
                           self._tokens + (now - self._stamp) * self.rate)
        self._stamp = now

    async def acquire(self):
        async with self._lock:
            self._refill()
            if self._tokens < 1:
                await asyncio.sleep((1 - self._tokens) / self.rate)
                self._refill()
            self._tokens -= 1

    async def __aenter__(self):
        await self.acquire()
        return self

    async def __aexit__(self, *exc_info):
        return False


async def call(number, bucket, start):
    async with bucket:
        print(f"call {number:02d} at {time.monotonic() - start:5.3f} s")


async def main():
    bucket = TokenBucket(rate=4, capacity=3)
    start = time.monotonic()
    await asyncio.gather(*(call(n, bucket, start) for n in range(10)))
    await asyncio.sleep(1)
    print("-- after a rest --")
    await asyncio.gather(*(call(n, bucket, start) for n in range(10, 15)))


asyncio.run(main())
