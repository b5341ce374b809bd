"""time.sleep(0) passes no time; a negative sleep is an error."""
import time

time.sleep(0)
print(time.monotonic())
time.sleep(True)
print(time.monotonic())
for bad in (-1, "1", None):
    try:
        time.sleep(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
