"""new_event_loop makes another one each time, and does not set it."""
# shows: eventloop / new_event_loop / another one each time, which is not set
import asyncio

loops = [asyncio.new_event_loop() for _ in range(3)]
print(len(set(loops)), [loop.is_running() or loop.is_closed() for loop in loops], [loop.time() for loop in loops])
asyncio.set_event_loop(loops[1])
another = asyncio.new_event_loop()
print(asyncio.get_event_loop() is loops[1])
for loop in [*loops, another]:
    print(loop.run_until_complete(asyncio.sleep(1, "slept")), loop.time())
    loop.close()
