"""A left-over task that fails while being cancelled is reported."""
import asyncio


async def left_over():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        raise RuntimeError("failed while stopping")


async def main():
    asyncio.create_task(left_over(), name="left over")
    await asyncio.sleep(1)

asyncio.run(main())
print("after run")
