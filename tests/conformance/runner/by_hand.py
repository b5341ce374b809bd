"""A Runner used without with: run(), get_loop(), close() by hand; closing ends executor, generators and loop."""
# shows: runner / Runner.close / without with: generators finalized, the executor shut down, the loop closed
import asyncio
import time


async def numbers():
    try:
        yield 1
    finally:
        print("generator finalized", time.monotonic())


async def main():
    asyncio.get_running_loop().run_in_executor(None, time.sleep, 2)
    kept.append(numbers())
    return await anext(kept[0])


kept = []
runner = asyncio.Runner()
loop = runner.get_loop()
print(loop.is_running(), loop.is_closed(), runner.run(main()), time.monotonic())
runner.close()
print(loop.is_closed(), time.monotonic())
unused = asyncio.Runner()
unused.close()
unused.close()
for call in (runner.get_loop, unused.get_loop):
    try:
        call()
    except RuntimeError as error:
        print(error)
