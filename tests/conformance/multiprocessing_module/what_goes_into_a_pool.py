"""Only what can be pickled goes into a pool of processes."""
# shows: concurrent.futures / ProcessPoolExecutor / what cannot be pickled is refused; errors of the call come back
import concurrent.futures as cf


def double(n):
    if n == 3:
        raise ValueError("three")
    return 2 * n


if __name__ == "__main__":
    with cf.ProcessPoolExecutor(2) as pool:
        print(pool.submit(double, 4).result())
        for future in (pool.submit(double, 3), pool.submit(lambda: 1)):
            try:
                print(future.result())
            except Exception as error:
                print(type(error).__name__, str(error).split(" at ")[0].split(":")[0])
