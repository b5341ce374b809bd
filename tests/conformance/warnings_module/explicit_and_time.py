"""warn_explicit says itself where; process_time_ns goes with the virtual clock."""
import time
import warnings

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    warnings.warn_explicit("said elsewhere", UserWarning, "elsewhere.py", 7)
print(seen[0].filename, seen[0].lineno, seen[0].message, seen[0].category.__name__)
before = time.process_time_ns()
time.sleep(0.5)
print(time.process_time_ns() - before >= 0, type(before).__name__)
