"""Each process may close a queue for itself."""
import multiprocessing
from multiprocessing import JoinableQueue, Process, Queue


def work(queue, results):
    for number in range(3):
        results.put((number, queue.get()))
    results.close()
    results.join_thread()
    try:
        results.put(4)
    except ValueError as error:
        print(str(error).split("<")[0])


if __name__ == "__main__":
    queue, results = Queue(), Queue()
    process = Process(target=work, args=(queue, results))
    process.start()
    for item in ([1], {"k": [2]}, "three"):
        queue.put(item)
    process.join()
    print([results.get() for _ in range(3)], results.empty())
    print(hasattr(queue, "join"), hasattr(queue, "task_done"), hasattr(queue, "queue"))
    queue.close()
    queue.join_thread()
    queue.cancel_join_thread()
    try:
        queue.get_nowait()
    except ValueError as error:
        print(str(error).split("<")[0])
    joinable = JoinableQueue()
    joinable.put(1)
    joinable.task_done()
    joinable.join()
    print([kind.__name__ for kind in multiprocessing.TimeoutError.__mro__[:3]],
          issubclass(multiprocessing.AuthenticationError, multiprocessing.ProcessError))
