"""input(), breakpoint(), help(), signals: what reaches for the terminal or the process."""
from keyword import *  # a name may stand for anything now: it is the run that has to refuse
import signal


def attempt(call):
    try:
        call()
    except BaseException as error:
        print("refused", type(error).__name__)


attempt(lambda: input("?"))
attempt(lambda: breakpoint())
attempt(lambda: help())
attempt(lambda: exit(0))
attempt(lambda: signal.raise_signal(signal.SIGTERM))
attempt(lambda: signal.alarm(1))
attempt(lambda: signal.signal(signal.SIGKILL, print))
attempt(lambda: signal.pause())
attempt(lambda: __import__("os").abort())
attempt(lambda: __import__("os")._exit(0))
attempt(lambda: __import__("atexit").register(lambda: open("/etc/passwd")))
attempt(lambda: __import__("faulthandler").dump_traceback())
attempt(lambda: __import__("sys").stdout.buffer.raw.fileno())
attempt(lambda: __import__("sys").stdin.fileno())
