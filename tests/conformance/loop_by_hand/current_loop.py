"""Which loop is the current one, before, inside and after a run."""
import asyncio

first = asyncio.get_event_loop()
print(first is asyncio.get_event_loop(), first.is_closed())


async def main():
    return asyncio.get_event_loop() is asyncio.get_running_loop(), asyncio.get_event_loop() is first


print(first.run_until_complete(main()))
second = asyncio.new_event_loop()
asyncio.set_event_loop(second)
print(asyncio.get_event_loop() is second)
print(asyncio.run(main()))
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
asyncio.set_event_loop(first)
print(asyncio.get_event_loop() is first)
for loop in (first, second):
    loop.close()
