"""A module that fails while it is imported is forgotten again; tracebacks name its file."""
import asyncio
import sys
from wide.deep.leaf import fail
import _helper

for _ in range(2):
    try:
        import _raises
    except ValueError as error:
        print(error, "_raises" in sys.modules)
try:
    _helper.divide(0)
except ZeroDivisionError as error:
    entry = error.__traceback__.tb_next
    print(entry.tb_lineno, entry.tb_frame.f_code.co_name)
asyncio.run(fail())
