"""threading.local and classes of it: each thread begins with __init__, given the same arguments."""
import threading


class Counter(threading.local):
    step = 1

    def __init__(self, start, *, name="n"):
        print("init", start, name, threading.current_thread().name)
        self.count = start
        self.name = name

    def up(self):
        self.count += self.step
        return self.count

    @property
    def double(self):
        return self.count * 2

    @double.setter
    def double(self, value):
        self.count = value // 2


class Fails(threading.local):
    def __init__(self):
        if threading.current_thread() is not threading.main_thread():
            raise ValueError("not here")


def in_thread(work):
    thread = threading.Thread(target=work, name="other")
    thread.start()
    thread.join()


counter = Counter(5, name="c")
counter.up()
counter.double = 40


def work():
    print(counter.up(), counter.double, counter.name, sorted(counter.__dict__))
    del counter.count
    try:
        counter.up()
    except AttributeError as error:
        print(error)


in_thread(work)
print(counter.up(), counter.__dict__)

plain = threading.local()
plain.x = 1
in_thread(lambda: print(hasattr(plain, "x"), plain.__dict__))
fails = Fails()


def failing():
    for _ in range(2):
        try:
            fails.x
        except ValueError as error:
            print(error)


in_thread(failing)
try:
    threading.local(1)
except TypeError as error:
    print(error)
print(plain.x, threading.local.__name__)
