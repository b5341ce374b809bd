"""A process that is killed takes its threads along, whatever they wait for."""
import multiprocessing
import queue
import threading
import time


def ticking():
    while True:
        time.sleep(0.3)
        print("tick")


def child():
    waiting = threading.Thread(target=queue.Queue().get)
    waiting.start()
    threading.Thread(target=ticking, daemon=True).start()
    time.sleep(5)
    print("never")


if __name__ == "__main__":
    process = multiprocessing.Process(target=child)
    process.start()
    time.sleep(1)
    process.kill()
    process.join()
    print(process.exitcode, process.is_alive())
    time.sleep(1)
    print("end")
