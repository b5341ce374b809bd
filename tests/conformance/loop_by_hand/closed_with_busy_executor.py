"""close() shuts the executor down without waiting for it; the program does wait, at its end."""
# shows: eventloop / loop.close / shuts down the executor, and does not wait for it
import asyncio
import time


def work(seconds):
    time.sleep(seconds)
    print("worked until", time.monotonic())


loop = asyncio.new_event_loop()
loop.run_until_complete(loop.run_in_executor(None, time.sleep, 1))
loop.run_in_executor(None, work, 3)
loop.close()
print("closed at", time.monotonic())
