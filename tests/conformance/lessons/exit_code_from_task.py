"""SystemExit inside a task ends the program with its code, after the clean-up."""
import asyncio
import sys


async def guardian():
    try:
        await asyncio.sleep(10)
    finally:
        print("guardian leaves")


async def quitter():
    await asyncio.sleep(1)
    print("quitting")
    sys.exit(7)


async def main():
    try:
        await asyncio.gather(guardian(), quitter())
    finally:
        print("main leaves")


try:
    asyncio.run(main())
finally:
    print("program leaves")
