"""Two threads take two locks in opposite orders."""
import threading
import time

first, second = threading.Lock(), threading.Lock()


def take(one, other):
    with one:
        time.sleep(1)
        print(time.monotonic(), "has one, wants the other")
        with other:
            print("never")


threads = [threading.Thread(target=take, args=pair) for pair in ((first, second), (second, first))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
