"""Threads, pools and processes of the simulation are none of the system's."""
from keyword import *  # a name may stand for anything now: it is the run that has to refuse
import asyncio
import concurrent.futures
import multiprocessing
import threading
import time


def work(number):
    time.sleep(number)
    return number * 2


async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ProcessPoolExecutor() as pool:
        print(await asyncio.gather(*[loop.run_in_executor(pool, work, n) for n in range(3)]))
    print(await asyncio.to_thread(work, 1))


threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
process = multiprocessing.Process(target=work, args=(1,))
process.start()
process.join()
with multiprocessing.Pool(2) as pool:
    print(pool.map(work, [1, 2]))
asyncio.run(main())
