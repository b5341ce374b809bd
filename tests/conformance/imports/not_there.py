"""What is not there, in CPython's words."""
import sys


def attempt(text):
    try:
        run(text)
    except ImportError as error:
        print(type(error).__name__, "|", str(error).split(" (/")[0], "|", error.name)


def run(text):
    if text == "submodule":
        import shapes.triangle
    elif text == "not a package":
        import _helper.inner
    elif text == "name":
        from _helper import nothing
    elif text == "package name":
        from shapes import triangle
    elif text == "relative":
        from . import sibling
    elif text == "relative deep":
        from ..above import sibling


for each in ("submodule", "not a package", "name", "package name", "relative", "relative deep"):
    attempt(each)
print("shapes" in sys.modules, "shapes.triangle" in sys.modules)
