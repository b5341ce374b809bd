"""Each thread can run a loop of its own; without one there is no current loop."""
import asyncio
import threading


async def main(name):
    for _ in range(2):
        await asyncio.sleep(1)
        print(asyncio.get_running_loop().time(), name)


def run(name):
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)
    asyncio.run(main(name))


threads = [threading.Thread(target=run, args=(name,), name=name) for name in "ab"]
for thread in threads:
    thread.start()
asyncio.run(main("main"))
for thread in threads:
    thread.join()
