# A subclass that forgets to call Thread.__init__.
import threading


class Forgetful(threading.Thread):
    def __init__(self, number):
        self.number = number


thread = Forgetful(1)
for method in ("start", "join", "is_alive", "__repr__"):
    try:
        getattr(thread, method)()
    except (RuntimeError, AssertionError) as error:
        print(method, type(error).__name__, error)
for attribute in ("name", "ident", "native_id", "daemon"):
    try:
        getattr(thread, attribute)
    except AssertionError as error:
        print(attribute, error)
try:
    thread.daemon = True
except RuntimeError as error:
    print(error)
