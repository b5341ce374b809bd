"""An exception in what atexit calls is reported, and the next one is called."""
import atexit
import sys


def divide(number):
    return 1 / number


atexit.register(print, "still called")
atexit.register(divide, 0)
atexit.register(sys.exit, 5)
sys.exit(3)
