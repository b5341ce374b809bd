"""Names, daemons, subclasses, exit codes."""
# shows: multiprocessing / Process.name / Process-N by default
# shows: multiprocessing / Process.daemon / false by default
# shows: multiprocessing / Process.run / may be overridden; what it sets is the child's own
# shows: multiprocessing / cpu_count / how many processors
import multiprocessing
import sys
import time


def sleeps(seconds, word="none"):
    time.sleep(seconds)
    print(time.monotonic(), multiprocessing.current_process().name, word)


def leaves(how):
    if how == "error":
        raise ValueError("in a process")
    sys.exit(how)


class Own(multiprocessing.Process):
    def __init__(self, n):
        super().__init__(name=f"own {n}")
        self.n = n
        self.result = None

    def run(self):
        self.result = self.n * 2
        print("inside", self.result, self.name)


if __name__ == "__main__":
    print(multiprocessing.cpu_count(), multiprocessing.current_process().name)
    process = multiprocessing.Process(target=sleeps, args=(3,), kwargs={"word": "three"}, daemon=True)
    print(process.name, process.daemon, process.exitcode, process.is_alive(), process.pid)
    process.start()
    process.join(timeout=1)
    print(time.monotonic(), process.is_alive())
    process.join()
    print(time.monotonic(), process.is_alive(), process.exitcode)
    for how in ("error", 3, None):
        process = multiprocessing.Process(target=leaves, args=(how,), name=f"leaves {how}")
        process.start()
        process.join()
        print(process.name, process.exitcode)
    own = Own(21)
    own.start()
    own.join()
    print("outside", own.result, own.exitcode)
    for wrong in (own.start, multiprocessing.Process().join):
        try:
            wrong()
        except AssertionError as error:
            print(error)
