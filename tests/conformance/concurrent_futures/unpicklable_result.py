"""A result that cannot be pickled is an error of its call."""
# shows: concurrent.futures / ProcessPoolExecutor / only picklable results come back
import concurrent.futures as cf


def give_lambda():
    return lambda: 1


if __name__ == "__main__":
    with cf.ProcessPoolExecutor(1) as pool:
        print(repr(pool.submit(give_lambda).exception()))
