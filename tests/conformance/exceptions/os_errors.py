"""OSError chooses its subclass by the number; a file name is no argument."""
for args in ((2, "No such file", "f.txt"), (13, "denied"), (17, "exists", None), (104, "reset"), (110, "late"),
             (5, "other"), ("text", "more"), ("only",), ()):
    error = OSError(*args)
    print(type(error).__name__, error, repr(error), error.args, error.errno, error.strerror, error.filename)


class Own(OSError):
    pass


print(repr(Own(2, "x", "f")), Own(2, "x", "f"), FileNotFoundError("plain"), isinstance(OSError(32, "p"), ConnectionError))
try:
    raise TimeoutError(110, "Connection timed out")
except OSError as error:
    print(type(error).__name__, error)
