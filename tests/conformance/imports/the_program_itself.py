"""The program can import itself by the name that it runs under."""
import __main__
import sys
from __main__ import __name__ as name

value = 5


def own():
    return __main__.value


__main__.value = 6
print(own(), value, name, __main__ is sys.modules["__main__"])
try:
    from __main__ import nothing
except ImportError as error:
    print(str(error).split(" (")[0])
