# close() shuts the loop's own executor down and lets it go: its idle threads end.
import asyncio
import threading
import time


async def main():
    await asyncio.get_running_loop().run_in_executor(None, time.sleep, 0.1)
    print(threading.active_count())


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
time.sleep(0.1)
print(threading.active_count(), loop._default_executor, loop._executor_shutdown_called)
