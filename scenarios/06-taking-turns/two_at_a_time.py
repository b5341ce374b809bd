# /// coroscope
# title = "Two at a time"
# summary = "A semaphore lets so many in and no more"
# category = "Taking turns"
# level = 2
# ///
"""A server asks to be spared: at most two downloads at once.

All five tasks start at once, but the semaphore has two permits.
The others wait in line, first come first served; whoever leaves
wakes the next.
"""
import asyncio

SIZES = {"map": 3, "song": 1, "book": 2, "film": 4, "game": 2}


async def download(name, seconds, permits):
    async with permits:
        print(f"{name} starts")
        await asyncio.sleep(seconds)
        print(f"{name} is there")


async def main():
    permits = asyncio.Semaphore(2)
    async with asyncio.TaskGroup() as downloads:
        for name, seconds in SIZES.items():
            download_one = download(name, seconds, permits)
            downloads.create_task(download_one, name=name)


asyncio.run(main())
