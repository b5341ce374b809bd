# /// coroscope
# title = "Benchmark: a thousand tasks that sleep"
# [cost]
# instruction = 0
# ///
"""A thousand tasks, each with a timer of its own length set again and again."""
import asyncio

SIZE = 10  # timers a task


async def sleeper(delay, times):
    for _ in range(times):
        await asyncio.sleep(delay)


async def main():
    delays = [0.001 * (1 + i * 7919 % 997) for i in range(1_000)]
    await asyncio.gather(*[sleeper(delay, SIZE) for delay in delays])


asyncio.run(main())
