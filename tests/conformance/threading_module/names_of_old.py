# Names of the nineties: still there, with a warning each.
import threading

print(threading.currentThread().name)
print(threading.activeCount())
condition = threading.Condition()
with condition:
    condition.notifyAll()
print(threading.Event().isSet())
thread = threading.Thread(target=print)
thread.setDaemon(True)
print(thread.isDaemon())
thread.setName("quick")
print(thread.getName())
