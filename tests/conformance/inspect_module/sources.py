"""The source of functions, classes and lambdas: as much of the file as is theirs."""
import functools
import inspect


def one_line(a): return a + 1
def longer(a):
    """doc

    more"""
    # a comment
    if a:

        return (a,
   '''text
with lines''')
    # a last comment
# a comment outside

VALUE = 3


class Plain:
    y = 1

    def method(self):
        pass

    class Inner:
        z = [
            2,
        ]

    @property
    @functools.cache
    def decorated(self):
        return '# no comment'  # a comment

    z = 2


double = lambda q: q * 2
pair = (lambda q:
        q * 3)


@staticmethod
def static(): pass


@functools.lru_cache(
    maxsize=None)
async def wrapped(x,
                  y=1):
    return x + \
        y


def outer():
    @functools.total_ordering
    class Local:
        def __lt__(self, other): return True
        def __eq__(self, other):
            return False
    return Local


def generator():
    frame = inspect.currentframe()
    print(inspect.getsource(frame), end='|')
    yield 1
if VALUE: pass


def show(what):
    try:
        lines, first = inspect.getsourcelines(what)
        print(first, ''.join(lines), end='|\n')
        assert inspect.getsource(what) == ''.join(lines)
    except (TypeError, OSError) as error:
        print(type(error).__name__, error)


for each in (one_line, longer, Plain, Plain.method, Plain().method, Plain.Inner, Plain.decorated.fget, double, pair, static,
             wrapped, outer(), outer().__eq__, outer().__lt__, generator, longer.__code__, len, int, 5):
    show(each)
next(generator())
