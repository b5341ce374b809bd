import _first


def look():
    return hasattr(_first, "value"), hasattr(_first, "seen")


try:
    _first.value
except AttributeError as error:
    print("attribute:", error)
try:
    from _first import value
except ImportError as error:
    print("import:", str(error).split(" (/")[0])
