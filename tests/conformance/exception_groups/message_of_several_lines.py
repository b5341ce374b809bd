# The interpreter's own report of a group that nobody caught has a margin before the first line of
# a message alone; that of the module traceback before each.
import traceback


class Long(Exception):
    def __str__(self):
        return "first\nsecond"


def group():
    inner = Long()
    inner.add_note("a note\nof two lines")
    return ExceptionGroup("several", [inner, ValueError("one\ntwo")])


try:
    raise group()
except ExceptionGroup as error:
    print("".join(traceback.format_exception(error)))
raise group()
