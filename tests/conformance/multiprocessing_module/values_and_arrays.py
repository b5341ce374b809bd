"""Shared values and arrays have types of C and locks."""
from multiprocessing import Array, Lock, Process, RawArray, RawValue, Value


def add(value, array):
    for _ in range(3):
        with value.get_lock():
            value.value += 1.5
    for index in range(len(array)):
        array[index] *= -1


def failed(function, *args):
    try:
        print(function(*args))
    except (TypeError, ValueError, IndexError, AttributeError) as error:
        print(type(error).__name__, error)


def put(shared, value):
    shared.value = value
    return shared.value


if __name__ == "__main__":
    number, items = Value("d", 0), Array("i", range(4))
    process = Process(target=add, args=(number, items))
    process.start()
    process.join()
    print(number.value, items[:], len(items), list(items))
    print(number, Value("i", 3).get_obj(), Value("h"), Array("d", 2)[:])
    small = Value("b", 127)
    with small:
        small.value += 1
    print(small.value, put(Value("I"), -1), put(Value("f"), 0.1), put(Value("q"), 2 ** 63))
    small.acquire()
    small.release()
    failed(put, Value("i"), 1.5)
    failed(put, Value("d"), "text")
    failed(put, Value("c"), b"xy")
    failed(items.__getitem__, 9)
    failed(items.__setitem__, slice(0, 2), [1])
    items[1:3] = [7, 8]
    print(items[:], items[-1])
    text = Array("c", b"hello")
    print(text.value, text[:2], text[0])
    print(RawValue("i", 2), RawArray("i", 3)[:], Value("i", 1, lock=False), Array("u", "abc", lock=False)[:])
    lock = Lock()
    print(Value("i", lock=lock).get_lock() is lock)
