"""A main task that ends cancelled makes run raise CancelledError."""
import asyncio


async def main():
    asyncio.current_task().cancel("myself")
    await asyncio.sleep(1)

try:
    asyncio.run(main())
except asyncio.CancelledError as error:
    print("cancelled", error.args)
