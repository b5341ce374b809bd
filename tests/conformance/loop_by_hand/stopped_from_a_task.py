"""run_until_complete that is stopped before its future is done is an error."""
# shows: eventloop / loop.stop / run_until_complete() that did not complete raises RuntimeError
import asyncio


async def stops(loop):
    loop.stop()
    print("stop asked for", loop.is_running())
    await asyncio.sleep(1)
    print("resumed", loop.time())
    return "value"


loop = asyncio.new_event_loop()
task = loop.create_task(stops(loop))
try:
    loop.run_until_complete(task)
except RuntimeError as error:
    print(error, task.done(), loop.is_running())
print(loop.run_until_complete(task))
loop.close()
