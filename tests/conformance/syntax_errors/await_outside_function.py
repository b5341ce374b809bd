"""await at the top of a module cannot be compiled."""
import asyncio

print("never printed")
await asyncio.sleep(1)
