"""os._exit in a thread ends the whole program; in a process, that process alone."""
import multiprocessing
import os
import threading
import time


def leave(status):
    time.sleep(1)
    try:
        print("leaves with", status)
        os._exit(status)
    finally:
        print("never printed")


if __name__ == "__main__":
    process = multiprocessing.Process(target=leave, args=(7,))
    process.start()
    process.join()
    print(process.exitcode, process.is_alive(), time.monotonic())
    thread = threading.Thread(target=leave, args=(3,))
    thread.start()
    try:
        time.sleep(5)
    finally:
        print("never printed")
