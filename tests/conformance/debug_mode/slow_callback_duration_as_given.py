"""slow_callback_duration is an attribute as any other: it is what was given."""
import asyncio

loop = asyncio.new_event_loop()
print(loop.slow_callback_duration)
for given in (1, 0.5, "x"):
    loop.slow_callback_duration = given
    print(repr(loop.slow_callback_duration))
