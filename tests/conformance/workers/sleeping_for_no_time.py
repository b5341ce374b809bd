# A thread that sleeps for 0 s goes on before time passes, whoever else is asleep.
import time
from concurrent.futures import ThreadPoolExecutor


def work(name, seconds):
    time.sleep(seconds)
    print(name, time.monotonic())


with ThreadPoolExecutor(4) as pool:
    for number, seconds in enumerate((0, 0.1, 0.0, 0.2)):
        pool.submit(work, f"call {number}", seconds)
    time.sleep(1)
