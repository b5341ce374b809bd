"""import *: what has no underscore in front, or what __all__ names."""
from _helper import *
from shapes.names import *

print(sorted(name for name in globals() if not name.startswith("__")))
print(bump(), LARGE)
