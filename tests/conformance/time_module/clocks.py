"""All clocks move together."""
import time

start = time.perf_counter()
time.sleep(0.5)
print(time.perf_counter() - start, time.monotonic(), time.process_time())
time.sleep(2)
print(time.time() - 1735689600, time.monotonic_ns(), time.perf_counter_ns())
print(f"{time.perf_counter() - start:.2f} s elapsed")
