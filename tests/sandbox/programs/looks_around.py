"""The file system, the environment and the machine, by way of os and its like."""
from keyword import *  # a name may stand for anything now: it is the run that has to refuse


def attempt(call, *args):
    try:
        return call(*args)
    except BaseException as error:
        print("refused", type(error).__name__)


for module, name, args in (("os", "listdir", ("/",)), ("os", "scandir", ("/etc",)), ("os", "stat", ("/etc/passwd",)),
                           ("os", "remove", ("/tmp/x",)), ("os", "mkdir", ("/tmp/coroscope_was_here",)),
                           ("os", "rename", ("/tmp/a", "/tmp/b")), ("os", "walk", ("/",)), ("os", "getcwd", ()),
                           ("os", "chdir", ("/",)), ("os", "getuid", ()), ("os", "uname", ()), ("os", "urandom", (8,)),
                           ("os", "open", ("/etc/passwd", 0)), ("os", "write", (1, b"got out")), ("os", "pipe", ()),
                           ("os", "symlink", ("/etc/passwd", "/tmp/coroscope_link")), ("os", "chmod", ("/tmp", 0o777)),
                           ("os.path", "exists", ("/etc/passwd",)), ("os.path", "getsize", ("/etc/passwd",)),
                           ("pathlib", "Path", ("/etc/passwd",)), ("glob", "glob", ("/etc/*",)),
                           ("shutil", "which", ("sh",)), ("tempfile", "mkdtemp", ()), ("platform", "node", ()),
                           ("getpass", "getuser", ()), ("pwd", "getpwall", ()), ("resource", "getrusage", (0,)),
                           ("sysconfig", "get_paths", ()), ("site", "getsitepackages", ()), ("gc", "get_objects", ()),
                           ("secrets", "token_hex", (8,)), ("random", "SystemRandom", ()), ("uuid", "getnode", ()),
                           ("uuid", "uuid1", ()), ("time", "tzset", ()), ("logging", "FileHandler", ("/tmp/coroscope.log",)),
                           ("traceback", "print_stack", ()), ("warnings", "warn", ("text",))):
    attempt(lambda: getattr(__import__(module, fromlist=[name]), name)(*args))
