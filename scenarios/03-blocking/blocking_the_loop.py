# /// coroscope
# title = "Blocking the loop"
# summary = "While time.sleep sleeps, nobody else can run"
# category = "Blocking"
# level = 1
# ///
"""All tasks share one thread; a blocking call stops them all.

The heartbeat should tick every half second. The polite cook awaits,
and the ticks come on time. The rude cook calls time.sleep: the loop
stands still, and the ticks come late, in spite of sleep(0.5).
"""
import asyncio
import time


def now():
    return asyncio.get_running_loop().time()


async def heartbeat(name):
    for beat in range(6):
        print(f"{now():.1f} s  {name} beats")
        await asyncio.sleep(0.5)


async def polite_cook():
    await asyncio.sleep(0.5)
    print(f"{now():.1f} s  polite cook: await asyncio.sleep(1)")
    await asyncio.sleep(1)
    print(f"{now():.1f} s  polite cook: done")


async def rude_cook():
    await asyncio.sleep(1)
    print(f"{now():.1f} s  rude cook: time.sleep(2)")
    time.sleep(2)
    print(f"{now():.1f} s  rude cook: done")


async def main():
    await asyncio.gather(
        heartbeat("heart"), polite_cook(), rude_cook()
    )


asyncio.run(main())
