"""Between two awaits nobody else runs; at an await the next one does."""
# shows: dev / Concurrency and Multithreading / one task at a time, in one thread; an await lets the next one run
# shows: task / sleep / 0 lets others run in a long computation
import asyncio
import threading


async def count(name, pause):
    for n in range(3):
        log.append(f"{name}{n}")
        if pause:
            await asyncio.sleep(0)
    threads.add(threading.current_thread())


async def main():
    for pause in (False, True):
        log.clear()
        await asyncio.gather(*[count(name, pause) for name in "abc"])
        print(" ".join(log))
    print(threads == {threading.main_thread()})


log, threads = [], set()
asyncio.run(main())
