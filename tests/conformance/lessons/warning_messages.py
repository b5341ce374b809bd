"""Warnings: issuing, filtering, turning into errors, recording, and a deprecated decorator."""
import functools
import warnings


class HabitWarning(UserWarning):
    pass


def deprecated(instead):
    def decorate(function):
        @functools.wraps(function)
        def old(*args):
            warnings.warn(f"{function.__name__} is old, use {instead}", DeprecationWarning, stacklevel=2)
            return function(*args)
        return old
    return decorate


@deprecated("area2")
def area(w, h):
    return w * h


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    area(2, 3)
    area(4, 5)
    warnings.warn("bite no nails", HabitWarning)
print(len(seen))
for each in seen:
    print(each.category.__name__, "|", each.message, "| line", each.lineno)

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("default")
    for _ in range(3):
        warnings.warn("once a line")
print(len(seen), type(seen[0].message).__name__)

with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        area(1, 1)
    except DeprecationWarning as warning:
        print("raised:", warning)

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    warnings.filterwarnings("ignore", message=".*nails.*")
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    warnings.warn("bite no nails", HabitWarning)
    warnings.warn("chew no pens", HabitWarning)
    area(1, 2)
print([str(each.message) for each in seen], issubclass(HabitWarning, Warning), issubclass(Warning, Exception))
warnings.warn("this one reaches stderr", HabitWarning)
