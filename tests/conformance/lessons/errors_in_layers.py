"""Low errors turned into high ones: raise from, from None, context, and reading the chain back."""


class DataError(Exception):
    pass


class ReportError(Exception):
    pass


def read(cell):
    try:
        return int(cell)
    except ValueError as error:
        raise DataError(f"bad cell {cell!r}") from error


def mean(row):
    try:
        return sum(map(read, row)) / len(row)
    except ZeroDivisionError:
        raise DataError("no cells") from None


def report(rows):
    for number, row in enumerate(rows, 1):
        try:
            yield mean(row)
        except DataError as error:
            error.add_note(f"in row {number}")
            raise ReportError("cannot report") from error


def chain(error):
    while error is not None:
        notes = getattr(error, "__notes__", [])
        yield f"{type(error).__name__}: {error}" + "".join(f" ({note})" for note in notes)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


for rows in ([["1", "2"], ["3", "x"]], [["4"], []], [["5", "6"]]):
    try:
        print(list(report(rows)))
    except ReportError as error:
        print(*chain(error), sep="\n  <- ")

try:
    try:
        {}["a"]
    except KeyError:
        1 / 0
except ZeroDivisionError as error:
    print(*chain(error), sep="\n  <- ")
    print(error.__cause__, error.__suppress_context__)
try:
    raise ValueError("top") from TypeError
except ValueError as error:
    print(repr(error.__cause__))
try:
    raise ValueError from "text"
except TypeError as error:
    print(error)
try:
    raise 42
except TypeError as error:
    print(error)
report([["x"]]).__next__()
