# How many hold an object: its variables, and the call that asks.
import sys

values = []
print(sys.getrefcount(values))
other = values
print(sys.getrefcount(values), sys.getrefcount([]))


def local():
    text = [other]
    return sys.getrefcount(text)


print(local(), sys.getrefcount(values))
