"""What ends a future of a closed loop raises, and the future has ended all the same."""
import asyncio

loop = asyncio.new_event_loop()
other = asyncio.new_event_loop()


async def waits(future):
    return await future


future = loop.create_future()
task = loop.create_task(waits(future))
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

try:
    future.set_result(1)
except RuntimeError as error:
    print("set_result:", error, future)
print("cancel:", task.cancel())

cancelled = loop.create_future()
cancelled.add_done_callback(print)
try:
    cancelled.cancel()
except RuntimeError as error:
    print("cancel:", error, cancelled.cancelled())

done = loop.create_future()
done.set_result(2)
try:
    done.add_done_callback(print)
except RuntimeError as error:
    print("add_done_callback:", error)


async def main():
    foreign = other.create_future()
    other.close()
    foreign.add_done_callback(print)
    asyncio.get_running_loop().call_soon(foreign.set_result, 1)
    await asyncio.sleep(0.1)


asyncio.run(main())
