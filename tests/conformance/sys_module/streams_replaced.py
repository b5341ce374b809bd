# What a program puts in place of the streams, or of their methods, is what print() and input() use.
import io
import sys


class Mirror:
    def __enter__(self):
        self.write = sys.stdout.write
        sys.stdout.write = lambda text: self.write(text[::-1])

    def __exit__(self, *exc_info):
        sys.stdout.write = self.write


with Mirror():
    print('hello', 1)
print('plain')
del sys.stdout.write
sys.stdout.reconfigure(line_buffering=True)
sys.stdin = io.StringIO('Ann\nBob\nlast')
print(input('name? '), input(), input())
try:
    input('more? ')
except EOFError as error:
    print(error)
sys.stdin = None
try:
    input()
except RuntimeError as error:
    print(error)
print(sys.__stdin__.readable(), sys.__stdin__.writable(), sys.stdout.readable(), sys.stdout.writable())
for use in (lambda: sys.stdout.read(), lambda: sys.__stdin__.write('x')):
    try:
        use()
    except io.UnsupportedOperation as error:
        print(type(error).__name__, error)
