"""Modules by way of __import__, importlib, sys.modules, subclasses and paths."""
from keyword import *  # a name may stand for anything now: it is the run that has to refuse
import sys


def attempt(call):
    try:
        call()
    except BaseException as error:
        print("refused", type(error).__name__)


for name in ("os", "posix", "_io", "importlib", "importlib.util", "importlib.machinery", "imp", "zipimport", "pkgutil",
             "builtins", "../../../etc/passwd", "/etc/passwd", "..", ".", "", "programs/harmless", "harmless\0",
             "....etc.passwd", "~root", "%2e%2e/etc", "_ctypes", "marshal", "pickle", "ctypes.util", "conftest"):
    attempt(lambda: __import__(name))
attempt(lambda: __import__("importlib").import_module("socket"))
attempt(lambda: sys.path.insert(0, "/usr/lib/python3.11"))
attempt(lambda: __import__("socket"))
attempt(lambda: sys.modules["os"].system("id"))
attempt(lambda: sys.meta_path.append(None))
attempt(lambda: sys.modules.update(os=sys.modules["sys"]))
attempt(lambda: [c for c in ().__class__.__base__.__subclasses__() if c.__name__ == "Popen"][0]("id"))
attempt(lambda: [c for c in ().__class__.__base__.__subclasses__() if c.__name__ == "BuiltinImporter"][0].load_module("posix"))
attempt(lambda: print.__self__.__import__("posix").system("id"))
attempt(lambda: (lambda: 0).__code__.replace(co_code=b"\x00" * 100))
attempt(lambda: type("X", (), {"__del__": lambda self: open("/etc/passwd")})())
attempt(lambda: __loader__.load_module("posix"))
attempt(lambda: __spec__.loader.get_data("/etc/passwd"))
attempt(lambda: sys._getframe().f_builtins["open"]("/etc/passwd"))
try:
    import harmless.passwd
except ImportError:
    print("refused")
