"""Executor is abstract: both pools are of its kind, and so may be one's own, which needs but submit()."""
# shows: concurrent.futures / Executor / abstract; the pools are its subclasses, map() and with are inherited
import concurrent.futures as cf


class AtOnce(cf.Executor):
    def submit(self, function, /, *args, **keywords):
        print("submit", args, keywords)
        future = cf.Future()
        future.set_result(function(*args, **keywords))
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        print("shutdown", wait, cancel_futures)


print(issubclass(cf.ThreadPoolExecutor, cf.Executor), issubclass(cf.ProcessPoolExecutor, cf.Executor))
try:
    cf.Executor().submit(print)
except NotImplementedError as error:
    print(repr(error))
with AtOnce() as executor:
    print(list(executor.map(pow, [2, 3], [4, 5])), executor.submit(int, "ff", base=16).result())
