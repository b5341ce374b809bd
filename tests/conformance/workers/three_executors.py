"""The same call in the default executor, in a pool of threads, and in a pool of processes."""
# shows: eventloop / loop.run_in_executor / the default pool, a pool of threads, a pool of processes
# shows: dev / Running Blocking Code / in a process
# shows: dev / Concurrency and Multithreading / run_in_executor with a ProcessPoolExecutor runs code in another process
import asyncio
import concurrent.futures
import multiprocessing


def work(limit):
    return sum(i * i for i in range(limit)), multiprocessing.current_process().name == "MainProcess"


async def main():
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, work, 10)
    print(isinstance(future, asyncio.Future), await future)
    with concurrent.futures.ThreadPoolExecutor() as pool:
        print(await loop.run_in_executor(pool, work, 100))
    with concurrent.futures.ProcessPoolExecutor() as pool:
        print(await loop.run_in_executor(pool, work, 1000))


if __name__ == "__main__":
    asyncio.run(main())
