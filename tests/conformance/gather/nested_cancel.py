"""Cancelling the outer of nested gathers reaches the innermost child."""
import asyncio


async def child(name):
    try:
        await asyncio.sleep(9)
    finally:
        print("ends", name)


async def main():
    inner = asyncio.gather(child("a"), child("b"))
    outer = asyncio.gather(inner, child("c"))
    await asyncio.sleep(1)
    print(outer.cancel())
    try:
        await outer
    except asyncio.CancelledError:
        print(inner.cancelled(), outer.cancelled())

asyncio.run(main())
