"""run_forever with nothing to do never ends."""
import asyncio

loop = asyncio.new_event_loop()
loop.call_later(1, print, "last timer")
loop.run_forever()
print("never printed")
