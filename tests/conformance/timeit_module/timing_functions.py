"""timeit on a virtual clock: functions, repeats, a Timer of one's own."""
import time
import timeit


def nap():
    time.sleep(0.25)


print(timeit.timeit(nap, number=4), timeit.repeat(nap, repeat=2, number=2), timeit.default_timer() == time.perf_counter())
timer = timeit.Timer(nap, setup=lambda: print("setup"))
print(timer.timeit(3), timer.repeat(repeat=2, number=1))
