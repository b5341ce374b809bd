# A method that is printed, not called, says how it is written: in C or in Python.
import asyncio
import collections
import datetime
import io
import random
import re


class Birthday(datetime.date):
    def __repr__(self):
        return "Birthday"

    def greet(self):
        return "hello"


def show(method):
    print(re.sub(r"0x[0-9a-f]+", "0x…", repr(method)))


show(re.compile("a").match)
show(re.match("a", "a").group)
show(random.randint)
show(random.choice)
show(random.random)
show(datetime.datetime.fromisoformat)
show(datetime.date(2024, 5, 1).isoformat)
show(Birthday(2024, 5, 1).isoformat)
show(Birthday(2024, 5, 1).greet)
show(collections.OrderedDict().move_to_end)
show(collections.defaultdict(int).get)
show(collections.Counter().most_common)
show(io.StringIO().write)
show((1).bit_length)
show((1.5).is_integer)
show(asyncio.Event().set)
print(random.randint.__qualname__, id(1.5) > 0)
