"""A loop that nobody closes says so at the end, to who wants to hear of resources."""
import asyncio
import warnings

warnings.simplefilter("always")
forgotten = asyncio.new_event_loop()
print(forgotten.run_until_complete(asyncio.sleep(1, "done")))
closed = asyncio.new_event_loop()
closed.close()
current = asyncio.new_event_loop()
asyncio.set_event_loop(current)
print(current.run_until_complete(asyncio.sleep(1, "done as well")))
