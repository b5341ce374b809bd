"""time.get_clock_info, and the zone that strftime names."""
import time

for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time", "sundial", 3):
    try:
        print(time.get_clock_info(name))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print([time.strftime("%Z %z", moment) for moment in (time.gmtime(0), time.localtime(0), (2020, 1, 1, 0, 0, 0, 0, 1, 0))])
