# /// coroscope
# title = "Benchmark: the shortest program"
# [cost]
# instruction = 0
# ///
import asyncio


async def main():
    print("hello")
asyncio.run(main())
