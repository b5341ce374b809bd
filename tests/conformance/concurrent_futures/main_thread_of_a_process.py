"""The thread that runs in a process is its main thread."""
# shows: threading / main_thread / each process has its own
import concurrent.futures
import threading


def work():
    return threading.current_thread() is threading.main_thread(), threading.current_thread().name


if __name__ == "__main__":
    with concurrent.futures.ProcessPoolExecutor() as pool:
        print(pool.submit(work).result())
