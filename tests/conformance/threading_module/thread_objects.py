"""A thread's life: start, run, join, its name, and what the module knows of it."""
# shows: threading / Thread / target=, args=, kwargs=, name=, daemon=
# shows: threading / Thread.start / once only
# shows: threading / Thread.run / may be overridden
# shows: threading / Thread.join / waits, at most for timeout=; not for oneself, not before it starts
# shows: threading / Thread.name / Thread-N (target) by default, can be set
# shows: threading / Thread.ident / None before it starts
# shows: threading / Thread.is_alive / from start to end
# shows: threading / Thread.daemon / inherited, settable before the start; the program does not wait for it
# shows: threading / current_thread / the thread that asks
# shows: threading / main_thread / the one that began
# shows: threading / active_count / those that are alive
# shows: threading / enumerate / the same as a list
import threading
import time


def work(seconds, *, word="none"):
    me = threading.current_thread()
    print(me.name, word, me.daemon, me is threading.main_thread(), threading.active_count())
    time.sleep(seconds)


class Own(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"own {n}")
        self.n = n

    def run(self):
        time.sleep(self.n)
        self.result = self.n * 2


threads = [threading.Thread(target=work, args=(1,)), threading.Thread(target=work, args=(2,), kwargs={"word": "two"}),
           threading.Thread(None, work, "named", (3,), daemon=True)]
print([(t.name, t.ident, t.is_alive(), t.daemon) for t in threads])
for thread in threads:
    thread.start()
print([t.is_alive() for t in threads], [t.name for t in threading.enumerate()], threading.active_count())
threads[1].join(timeout=0.5)
print(time.monotonic(), threads[1].is_alive())
threads[1].join()
threads[1].name = "renamed"
print(time.monotonic(), threads[1].name, [t.is_alive() for t in threads])
own = Own(2)
own.start()
own.join()
print(own.result, time.monotonic(), own.name)
for wrong in (own.start, lambda: threading.Thread().join(), threading.current_thread().join,
              lambda: setattr(own, "daemon", True)):
    try:
        wrong()
        print("accepted")
    except RuntimeError as error:
        print(error)
threading.Thread(target=work, args=(100,), daemon=True).start()
print("main ends", time.monotonic())
