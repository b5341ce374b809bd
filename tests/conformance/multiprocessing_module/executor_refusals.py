"""What a ProcessPoolExecutor takes and refuses."""
# shows: concurrent.futures / ProcessPoolExecutor / max_workers above 0; initializer= in each worker; chunksize=; RuntimeError after shutdown
import concurrent.futures as cf

word = "unset"


def prepare(value):
    global word
    word = value


def ask(n):
    return n, word


if __name__ == "__main__":
    for arguments in ({"max_workers": 0}, {"max_workers": -1}, {"initializer": 5}):
        try:
            cf.ProcessPoolExecutor(**arguments)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
    with cf.ProcessPoolExecutor(1, initializer=prepare, initargs=("prepared",)) as pool:
        print(list(pool.map(ask, range(4), chunksize=2)), word)
    try:
        pool.submit(ask, 1)
    except RuntimeError as error:
        print(error)
