"""print() writes each argument, separator and end by a call of its own to a file that is not the output."""
import sys


class Shouting:
    def __init__(self):
        self.calls = []

    def write(self, text):
        self.calls.append(text)


loud = Shouting()
print("a", 1, None, sep="-", end="!", file=loud)
print(file=loud)
print("", "x", sep="", end="", file=loud)
print(loud.calls)
try:
    print("x", file=loud, flush=True)
except AttributeError as error:
    print(error, loud.calls[-2:])
try:
    print("x", file=5)
except AttributeError as error:
    print(error)
sys.stdout, kept = loud, sys.stdout
print("to", "the other")
sys.stdout = kept
print(loud.calls[-4:])
