"""os.kill of the program itself calls its handler."""
import os
import signal


def handler(number, frame):
    print("got", signal.Signals(number).name)


print(signal.signal(signal.SIGUSR1, handler))
os.kill(os.getpid(), signal.SIGUSR1)
os.kill(os.getpid(), 0)
signal.raise_signal(signal.SIGUSR1)
signal.raise_signal(signal.SIGCHLD)
signal.signal(signal.SIGTERM, signal.SIG_IGN)
os.kill(os.getpid(), signal.SIGTERM)
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    os.kill(os.getpid(), signal.SIGINT)
except KeyboardInterrupt:
    print("interrupted")
