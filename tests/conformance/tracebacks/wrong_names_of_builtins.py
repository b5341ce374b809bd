"""Of builtins that are equally near to a wrong name, the first is the one that is meant; True, False and
None are builtins too."""
import builtins
import sys

sys.stderr = sys.stdout


def looks_up(name):
    try:
        raise NameError(f"name {name!r} is not defined", name=name)
    except NameError:
        sys.excepthook(*sys.exc_info())


for wrong in "true false none fromat inut itr prin lenght rd oen net".split():
    looks_up(wrong)
print([getattr(builtins, name) for name in ("True", "False", "None")])
try:
    answer = true
except NameError:
    sys.excepthook(*sys.exc_info())
