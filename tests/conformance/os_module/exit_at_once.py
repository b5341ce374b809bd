"""os._exit ends the program where it stands: no finally, no finalizer, nothing at exit."""
import asyncio
import atexit
import os


class Kept:
    def __del__(self):
        print("never printed")


async def ticking():
    try:
        while True:
            await asyncio.sleep(1)
            print("tick")
    finally:
        print("never printed")


async def main():
    task = asyncio.create_task(ticking())
    await asyncio.sleep(2.5)
    try:
        print("the end", end="", flush=True)
        os._exit(259)
    finally:
        print("never printed")


kept = Kept()
atexit.register(print, "never printed")
try:
    os._exit("status")
except TypeError as error:
    print(error)
asyncio.run(main())
