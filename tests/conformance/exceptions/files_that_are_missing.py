"""A file that is not there: the program handles it (a scenario has none at all)."""
import contextlib
import os


def read(name):
    try:
        with open(name) as file:
            return file.read()
    except FileNotFoundError as error:
        print(error.errno, error.strerror, error.filename, repr(error))
        return f"cannot read {name}: {error}"


print(read("no_such_file.txt"))
print(read("no/such/folder.txt"), os.path.exists("no_such_file.txt"))
try:
    open("no_such.bin", mode="rb")
except (FileNotFoundError, PermissionError) as error:
    print(type(error).__name__, error.args, isinstance(error, OSError))
else:
    print("never printed")
finally:
    print("done")
with contextlib.suppress(FileNotFoundError):
    open("no_such_file.txt", "r", encoding="utf-8")
try:
    open("no_such_file.txt")
except OSError as error:
    print(error)
try:
    open()
except TypeError as error:
    print(error)
except FileNotFoundError:
    print("never printed")
