"""The time module: clocks that agree, struct_time, strftime and strptime, sleeping, and a stopwatch."""
import time


class Stopwatch:
    def __init__(self, clock=time.perf_counter):
        self._clock, self._laps = clock, []

    def __enter__(self):
        self._start = self._clock()
        return self

    def __exit__(self, *problem):
        self.lap("end")

    def lap(self, name):
        self._laps.append((name, self._clock() - self._start))

    def __str__(self):
        return ", ".join(f"{name} {seconds:.3f}s" for name, seconds in self._laps)


with Stopwatch() as watch:
    time.sleep(0.25)
    watch.lap("first")
    time.sleep(1)
    watch.lap("second")
print(watch)
print(time.monotonic(), time.perf_counter() - time.monotonic(), time.monotonic_ns(), time.perf_counter_ns() // 10 ** 6)
now = time.time()
print(now, time.time_ns(), time.gmtime(now).tm_year, time.localtime(now)[:6])
moment = time.gmtime(86400 * 365)
print(moment)
print(time.strftime("%Y-%m-%d %H:%M:%S %a %b %j", moment), time.asctime(moment), time.ctime(0))
parsed = time.strptime("30 Nov 2023 14:05", "%d %b %Y %H:%M")
print(parsed.tm_wday, parsed.tm_yday, tuple(parsed), time.mktime(parsed))
print(time.strftime("%A, %d %B %y %I %p %%", parsed), type(parsed).__name__, parsed.tm_isdst, parsed[3], parsed > moment)
for wrong in (lambda: time.sleep(-1), lambda: time.strptime("x", "%Y"), lambda: time.sleep("1"), lambda: time.strptime("2023-13-01", "%Y-%m-%d"), lambda: time.strptime("2023 extra", "%Y")):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")


def countdown(seconds):
    while seconds:
        minutes, rest = divmod(seconds, 60)
        print(f"{minutes:02d}:{rest:02d}", end=" ")
        time.sleep(30)
        seconds -= 30
    print("done", time.monotonic())


countdown(120)
print(time.strftime("%H:%M:%S"), round(time.time() - now), time.thread_time() >= 0, time.timezone, time.tzname[0])
