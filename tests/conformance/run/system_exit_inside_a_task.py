"""SystemExit passes through the loop and sets the status."""
import asyncio
import sys


async def main():
    try:
        sys.exit(7)
    finally:
        print("finally runs")

asyncio.run(main())
print("never printed")
