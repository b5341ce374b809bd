# /// coroscope
# title = "All keys"
# summary = "a header with every plain key"
# category = "Tests"
# level = 3
# [cost]
# free = 100_000
# instruction = 50e-9
# ///
"""A header is a comment to Python."""
import asyncio


async def main():
    await asyncio.sleep(1)
    print(__doc__, asyncio.get_running_loop().time())

asyncio.run(main())
