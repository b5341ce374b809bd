"""open() and its kin, for reading and for writing."""
from keyword import *  # a name may stand for anything now: it is the run that has to refuse


def attempt(call, *args, **kwargs):
    try:
        print("got out:", call(*args, **kwargs))
    except BaseException as error:
        print("refused", type(error).__name__)


for name in ("open", "io", "os", "pathlib", "codecs", "shutil", "tempfile", "fileinput", "linecache", "mmap",
             "sqlite3", "dbm", "zipfile", "tarfile", "glob"):
    if name == "open":
        attempt(lambda: open("/etc/passwd").read(10))
        attempt(lambda: open("/tmp/coroscope_was_here", "w").write("x"))
        attempt(lambda: open(0).read(1))
        continue
    attempt(lambda: __import__(name).open("/etc/passwd").read(10))
attempt(lambda: __builtins__.open("/etc/passwd"))
attempt(lambda: getattr(__builtins__, "op" + "en")("/etc/shadow"))
attempt(lambda: (lambda: 0).__globals__["__builtins__"].open("/etc/passwd"))
attempt(lambda: [c for c in object.__subclasses__() if "FileIO" in c.__name__][0]("/etc/passwd"))
attempt(lambda: exec("open('/etc/passwd')"))
attempt(lambda: eval("open('/etc/passwd')"))
attempt(lambda: compile("open('/etc/passwd')", "x", "exec"))
