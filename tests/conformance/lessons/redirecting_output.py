"""Catching what is printed: redirect_stdout, StringIO, and a tee of one's own."""
import io
import sys
from contextlib import redirect_stderr, redirect_stdout


def noisy(n):
    for i in range(n):
        print("line", i)
    print("warning!", file=sys.stderr)
    return n


buffer, errors = io.StringIO(), io.StringIO()
with redirect_stdout(buffer), redirect_stderr(errors):
    result = noisy(3)
print(result, buffer.getvalue().splitlines(), repr(errors.getvalue()))


class Tee:
    def __init__(self, *targets):
        self.targets = targets

    def write(self, text):
        for target in self.targets:
            target.write(text)
        return len(text)

    def flush(self):
        for target in self.targets:
            target.flush()


copy = io.StringIO()
with redirect_stdout(Tee(sys.stdout, copy)):
    print("shown and kept", flush=True)
print(repr(copy.getvalue()))

stream = io.StringIO("one\ntwo\nthree\n\nfive")
print(stream.readline(), [line.strip() for line in stream], repr(stream.read()), stream.tell())
stream.seek(4)
print(repr(stream.read(3)), stream.readlines()[1:])
out = io.StringIO()
print("a", "b", sep="-", end="!", file=out)
out.write("\nmore\n")
out.writelines(["x", "y"])
print(out.getvalue())
out.truncate(3)
print(repr(out.getvalue()), out.closed)
out.close()
try:
    out.write("late")
except ValueError as error:
    print(error)
