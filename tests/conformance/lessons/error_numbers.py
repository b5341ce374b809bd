"""OSError finds its own subclass by number; the attributes of the errors that carry several values."""


def show(error):
    print(f"{type(error).__name__}: {error} | {error!r} | {error.args}")


for number in (1, 2, 4, 11, 13, 17, 20, 21, 32, 104, 110, 111, 5, 999):
    show(OSError(number, "text"))
show(OSError(2, "No such file or directory", "notes.txt"))
show(OSError(18, "Cross-device link", "a", None, "b"))
show(OSError("just text"))
show(OSError())
show(OSError(1, 2, 3, 4, 5, 6))
show(FileNotFoundError("plain"))
error = OSError(13, "Permission denied", "/etc/shadow")
print(error.errno, error.strerror, error.filename, error.filename2, isinstance(error, PermissionError), issubclass(ConnectionResetError, ConnectionError), IOError is OSError)
error.filename = "other"
print(error, OSError("x").errno, TimeoutError().strerror)


class DiskFull(OSError):
    def __init__(self, path, needed):
        super().__init__(28, "No space left", path)
        self.needed = needed


try:
    raise DiskFull("/tmp/x", 10)
except OSError as full:
    print(full, full.errno, full.filename, full.needed, full.args)

for attempt in (lambda: b"caf\xe9".decode(), lambda: b"\xff\xfe".decode("ascii"), lambda: "naïve €".encode("ascii"), lambda: "€€x".encode("latin-1"), lambda: "\ud800".encode(),
                lambda: b"ab\xc3".decode("utf-8"), lambda: b"\xe2\x82".decode()):
    try:
        attempt()
    except UnicodeError as error:
        print(type(error).__name__, error, "|", error.encoding, error.object, error.start, error.end, error.reason)
        print(repr(error), error.object[error.start:error.end])
try:
    raise UnicodeDecodeError("rot13", b"abc", 1, 3, "made up")
except ValueError as error:
    print(error)
for wrong in (lambda: UnicodeDecodeError("x"), lambda: OSError(1, "x", errno=2)):
    try:
        wrong()
    except TypeError as error:
        print(error)
for action in (lambda: {}["key"], lambda: [][3], lambda: undefined, lambda: (1).missing, lambda: int("x")):
    try:
        action()
    except Exception as error:
        print(repr(error), error.args, getattr(error, "name", "-"), getattr(error, "obj", "-"))
stop = StopIteration(1, 2)
print(stop.value, SystemExit(3).code, SystemExit().code, SystemExit("bye", 1).code, KeyError("k"), KeyError(), KeyError(1, 2), ImportError("m", name="n", path="p").name)
