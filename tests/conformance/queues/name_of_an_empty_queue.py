# queue.Empty belongs to the module in C below queue, and its name says so.
import queue

try:
    queue.Queue().get_nowait()
except queue.Empty as error:
    print(type(error), type(error).__module__, queue.Full)
queue.SimpleQueue().get(block=False)
