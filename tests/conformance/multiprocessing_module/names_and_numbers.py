"""Processes have names, numbers and parents; those of pools count, too."""
import multiprocessing as mp
import os
from concurrent.futures import ProcessPoolExecutor


def who(parent=None):
    me = mp.current_process()
    print(me.name, me.daemon, me._identity, me.pid == os.getpid(), os.getppid() == parent)
    return me.name


if __name__ == "__main__":
    main = os.getpid()
    print(mp.current_process().name, mp.current_process().pid == main)
    who()
    with mp.Pool(3):
        pass
    with mp.Pool(1) as pool:
        print(pool.apply(who, (main,)))
    process = mp.Process(target=who, args=(main,))
    process.start()
    process.join()
    print(process.name, process.pid != main)
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(who, main).result())
    print(mp.Process().name, mp.Process(name="mine").name, mp.Process().name)
