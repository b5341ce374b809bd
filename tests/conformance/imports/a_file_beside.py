"""A file beside the program is a module: run once, with a namespace of its own."""
import _helper
import _helper as again
from _helper import bump, count

print(again is _helper, _helper.__name__, __name__, _helper.__doc__)
print(bump(), bump(), count, _helper.count)
count = 50
print(_helper.count, sorted(n for n in vars(_helper) if not n.startswith("__")))
print(_helper.__file__.rsplit("/", 1)[-1], repr(_helper.__package__))
