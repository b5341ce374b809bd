"""Waiting for a future that nobody sets is a deadlock: status 3."""
import asyncio


async def main():
    print("waiting")
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        print("never printed: nothing is unwound")

asyncio.run(main())
