# An error that comes from a process has the text of its traceback there as its cause.
import concurrent.futures
import multiprocessing


def bad(n):
    raise ValueError(f"bad {n}")


def show(error):
    cause = error.__cause__
    print(repr(error), type(cause), str(cause).splitlines()[-2])


if __name__ == "__main__":
    with multiprocessing.Pool(1) as pool:
        try:
            pool.apply(bad, (1,))
        except ValueError as error:
            show(error)
    with concurrent.futures.ProcessPoolExecutor(1) as executor:
        show(executor.submit(bad, 2).exception())
